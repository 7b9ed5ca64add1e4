#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/words.h"

namespace sayso::lexicon {
namespace {

class Search {
 public:
  Search(const LexiconFile& file, std::string_view text, const std::vector<text::Token>& tokens, Day day)
      : file_(file), tokens_(tokens), day_(day), words_(words_of_text(text, tokens)) {}

  std::vector<Match> run() {
    std::vector<Match> out;
    const std::vector<Word>& words = words_.words;
    for (std::size_t i = 0; i < words.size();) {
      std::size_t next = i + 1;
      if (words[i].starts_token) {
        if (auto candidates = longest(i, next); !candidates.empty()) out.push_back(match(i, next, candidates));
      }
      i = next;
    }
    return out;
  }

 private:
  // The candidates of the longest name from a word on, and where it ends; none leave `next` as it is.
  std::vector<Candidate> longest(std::size_t begin, std::size_t& next) const {
    std::vector<Candidate> best;
    const std::size_t limit = std::min(words_.words.size(), begin + kMaxWords);
    std::uint64_t hash = 0;
    for (std::size_t i = begin; i < limit; ++i) {
      const Word& word = words_.words[i];
      hash = hash_of(folded(word.begin, word.end), hash);
      const SlotRecord slot = file_.slot(hash);
      if (slot.key.size == 0) break;
      if (slot.count == 0 || !word.ends_token) continue;
      if (file_.string(slot.key) != folded(words_.words[begin].begin, word.end)) continue;
      if (auto found = candidates(slot, begin, i + 1); !found.empty()) {
        best = std::move(found);
        next = i + 1;
      }
    }
    return best;
  }

  std::vector<Candidate> candidates(const SlotRecord& slot, std::size_t begin, std::size_t end) const {
    std::vector<Candidate> out;
    for (std::uint32_t i = slot.first; i < slot.first + slot.count; ++i) {
      const NameRecord name = file_.name(i);
      if (!name.valid.holds(day_) || !file_.entry(name.entry).valid.holds(day_)) continue;
      if (!written_so(name.shapes, begin, end)) continue;
      const Candidate candidate{name.entry, static_cast<Form>(name.form & ~kDerived)};
      if (out.empty() || !(out.back() == candidate)) out.push_back(candidate);
    }
    return out;
  }

  bool written_so(std::uint32_t shapes, std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!fits(shape_at(shapes, i - begin), words_.words[i].shape)) return false;
    }
    return true;
  }

  Match match(std::size_t begin, std::size_t end, std::vector<Candidate>& candidates) const {
    const std::size_t first = words_.words[begin].token, last = words_.words[end - 1].token;
    return {first, last + 1, {tokens_[first].span.begin, tokens_[last].span.end}, std::move(candidates)};
  }

  std::string_view folded(std::size_t begin, std::size_t end) const {
    return std::string_view(words_.folded).substr(begin, end - begin);
  }

  const LexiconFile& file_;
  const std::vector<text::Token>& tokens_;
  Day day_;
  Words words_;
};

}  // namespace

std::vector<Match> Lexicon::find(std::string_view text, const std::vector<text::Token>& tokens, Day day) const {
  return Search(file_, text, tokens, day).run();
}

}  // namespace sayso::lexicon
