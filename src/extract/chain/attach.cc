#include "extract/chain/attach.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "extract/chain/contents.h"
#include "extract/chain/hops.h"
#include "extract/chain/marks.h"
#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"

namespace sayso::extract {
namespace {

constexpr std::size_t kFar = 3;  // so many other words between a cue and a mark part them

struct Cue {
  std::size_t statement = 0;
  Tokens tokens;
};

/// What belongs together in a sentence: words of one content, or those of no content.
struct Zone {
  std::vector<Cue> cues;             // ascending
  std::vector<Mark> marks;           // ascending
  std::vector<std::size_t> between;  // words that part a cue from a mark, ascending

  [[nodiscard]] std::size_t words_in(std::size_t first, std::size_t last) const {
    const auto count = [&](std::size_t token) { return std::lower_bound(between.begin(), between.end(), token); };
    return first < last ? static_cast<std::size_t>(count(last) - count(first)) : 0;
  }
};

class SentenceMarks {
 public:
  SentenceMarks(const Words& words, const Contents& contents, std::vector<Statement>& statements)
      : words_(words), contents_(contents), statements_(statements) {}

  void attach(Tokens sentence, const std::vector<std::size_t>& cued) {
    zones_.clear();
    for (const std::size_t i : cued) {
      zones_[contents_.at(statements_[i].cue->begin)].cues.push_back({i, words_.within(*statements_[i].cue)});
    }
    for (auto& [owner, zone] : zones_) {
      std::stable_sort(zone.cues.begin(), zone.cues.end(),
                       [](const Cue& a, const Cue& b) { return a.tokens.first < b.tokens.first; });
    }
    read(sentence);
    for (auto& [owner, zone] : zones_) assign(zone);
  }

 private:
  // Marks and other words, stretch by stretch of one owner.
  void read(Tokens sentence) {
    for (std::size_t first = sentence.first; first < sentence.last;) {
      const std::size_t owner = owner_of(first);
      std::size_t last = first + 1;
      while (last < sentence.last && owner_of(last) == owner) ++last;
      if (const auto zone = zones_.find(owner); zone != zones_.end()) read_stretch({first, last}, zone->second);
      first = last;
    }
  }

  void read_stretch(Tokens range, Zone& zone) {
    const std::vector<Mark> marks = find_marks(words_, range);
    auto mark = marks.begin();
    for (std::size_t at = range.first; at < range.last; ++at) {
      while (mark != marks.end() && mark->tokens.last <= at) ++mark;
      if (mark != marks.end() && mark->tokens.contains(at)) continue;
      if (parts(at)) zone.between.push_back(at);
    }
    zone.marks.insert(zone.marks.end(), marks.begin(), marks.end());
  }

  bool parts(std::size_t token) const {
    const std::string word = words_.lower(token);
    return words_.is_word(token) && !is_time(word) && word != "and" && word != "also" && word != "again" &&
           (word.size() < 4 || word.substr(word.size() - 2) != "ly");
  }

  std::size_t owner_of(std::size_t token) const { return contents_.at(words_.span({token, token + 1}).begin); }

  void assign(Zone& zone) {
    leave_out_names(zone);
    std::map<std::size_t, std::vector<Mark>> marks_of;
    for (const Mark& mark : zone.marks) {
      if (const Cue* cue = cue_of(mark, zone)) marks_of[cue->statement].push_back(mark);
    }
    for (const Cue& cue : zone.cues) add_marks(words_, marks_of[cue.statement], statements_[cue.statement]);
  }

  // Cues, sources and the words that only describe them part nothing.
  void leave_out_names(Zone& zone) const {
    for (const Cue& cue : zone.cues) {
      leave_out(zone, cue.tokens);
      if (const auto& source = statements_[cue.statement].source) leave_out(zone, words_.within(*source));
    }
  }
  static void leave_out(Zone& zone, Tokens range) {
    const auto first = std::lower_bound(zone.between.begin(), zone.between.end(), range.first);
    zone.between.erase(first, std::lower_bound(first, zone.between.end(), range.last));
  }

  const Cue* cue_of(const Mark& mark, const Zone& zone) const {
    const auto next = std::partition_point(zone.cues.begin(), zone.cues.end(),
                                           [&](const Cue& cue) { return cue.tokens.first <= mark.tokens.first; });
    const Cue* best = nullptr;
    std::size_t distance = kFar;
    if (next != zone.cues.begin() && fits(mark, *std::prev(next))) {
      const std::size_t gap = zone.words_in(std::prev(next)->tokens.last, mark.tokens.first);
      if (gap < distance && (!mark.before_cue || std::prev(next)->tokens.contains(mark.tokens.first))) {
        best = &*std::prev(next);
        distance = gap;
      }
    }
    if (next != zone.cues.end() && fits(mark, *next)) {
      const std::size_t gap = zone.words_in(mark.tokens.last, next->tokens.first);
      if (gap < distance && (!mark.before_cue || next->tokens.first <= mark.tokens.last + 1)) best = &*next;
    }
    return best;
  }

  bool fits(const Mark& mark, const Cue& cue) const {
    const auto& source = statements_[cue.statement].source;
    if (!source) return !mark.before_source;
    const Tokens speaker = words_.within(*source);
    if (mark.before_source) return mark.tokens.last <= speaker.first;
    if (mark.relation == Relation::said_on) return !speaker.contains(mark.tokens.first);
    return mark.relation == Relation::citing || !source->overlaps(words_.span(mark.name));
  }

  const Words& words_;
  const Contents& contents_;
  std::vector<Statement>& statements_;
  std::map<std::size_t, Zone> zones_;
};

}  // namespace

void attach_marks(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements) {
  const Contents contents(statements);
  std::map<std::size_t, std::vector<std::size_t>> cued;  // statements by the sentence of their cue
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].cue) continue;
    const auto sentence = std::partition_point(sentences.begin(), sentences.end(),
                                               [&](const Span& span) { return span.end <= statements[i].cue->begin; });
    if (sentence != sentences.end()) cued[static_cast<std::size_t>(sentence - sentences.begin())].push_back(i);
  }
  SentenceMarks marks(words, contents, statements);
  for (const auto& [sentence, indices] : cued) marks.attach(words.within(sentences[sentence]), indices);
}

}  // namespace sayso::extract
