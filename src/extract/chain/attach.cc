#include "extract/chain/attach.h"

#include <algorithm>
#include <map>

#include "extract/chain/contents.h"
#include "extract/chain/hops.h"
#include "extract/chain/marks.h"
#include "extract/chain/noun_phrase.h"
#include "extract/chain/vocabulary.h"
#include "record/numbering.h"

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
      : words_(words), contents_(contents), statements_(statements), removed_(statements.size()) {}

  /// Statements that turned out to be a step of another's way.
  [[nodiscard]] const std::vector<bool>& removed() const { return removed_; }

  void attach(Tokens stretch, const std::vector<std::size_t>& cued) {
    zones_.clear();
    for (const std::size_t i : cued) {
      zones_[contents_.at(statements_[i].cue->begin)].cues.push_back({i, words_.within(*statements_[i].cue)});
    }
    for (auto& [owner, zone] : zones_) {
      std::stable_sort(zone.cues.begin(), zone.cues.end(),
                       [](const Cue& a, const Cue& b) { return a.tokens.first < b.tokens.first; });
    }
    leave_out_names(stretch, cued);
    read(stretch);
    for (auto& [owner, zone] : zones_) assign(zone);
  }

 private:
  // Cues and sources part nothing.
  void leave_out_names(Tokens stretch, const std::vector<std::size_t>& cued) {
    begin_ = stretch.first;
    left_out_.assign(stretch.last - stretch.first, false);
    const auto leave_out = [&](const Span& span) {
      const Tokens range = words_.within(span);
      for (std::size_t at = std::max(range.first, stretch.first); at < std::min(range.last, stretch.last); ++at) {
        left_out_[at - begin_] = true;
      }
    };
    for (const std::size_t i : cued) {
      leave_out(*statements_[i].cue);
      if (statements_[i].source) leave_out(*statements_[i].source);
    }
  }

  // Marks and other words, stretch by stretch of one owner.
  void read(Tokens stretch) {
    for (std::size_t first = stretch.first; first < stretch.last;) {
      const std::size_t owner = owner_of(first);
      std::size_t last = first + 1;
      while (last < stretch.last && owner_of(last) == owner) ++last;
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
      if (left_out_[at - begin_] || !parts_cues(words_, at)) continue;
      zone.between.insert(zone.between.end(), opens_clause(words_.lower(at)) ? kFar : 1, at);
    }
    zone.marks.insert(zone.marks.end(), marks.begin(), marks.end());
  }

  std::size_t owner_of(std::size_t token) const { return contents_.at(words_.span({token, token + 1}).begin); }

  void assign(Zone& zone) {
    std::map<std::size_t, std::vector<Mark>> marks_of;
    for (const Mark& mark : zone.marks) {
      const Cue* cue = cue_of(mark, zone);
      if (cue == nullptr) continue;
      const std::size_t rival = statement_told_by(mark, zone, cue->statement);
      if (rival != kNoStatement && mark.kind != Mark::Kind::report &&
          !same_words(statements_[rival], statements_[cue->statement])) {
        continue;
      }
      marks_of[cue->statement].push_back(mark);
      if (rival != kNoStatement) removed_[rival] = true;
    }
    for (const Cue& cue : zone.cues) add_marks(words_, marks_of[cue.statement], statements_[cue.statement]);
  }

  // Another statement, whose cue and source are the mark: "as the Gazette reported" read as one of its own.
  std::size_t statement_told_by(const Mark& mark, const Zone& zone, std::size_t own) const {
    if (mark.relation == Relation::said_on) return kNoStatement;
    const auto first = std::partition_point(zone.cues.begin(), zone.cues.end(),
                                            [&](const Cue& cue) { return cue.tokens.first < mark.tokens.first; });
    for (auto cue = first; cue != zone.cues.end() && cue->tokens.first < mark.tokens.last; ++cue) {
      const auto& source = statements_[cue->statement].source;
      if (cue->statement != own && source && source->overlaps(words_.span(mark.name))) return cue->statement;
    }
    return kNoStatement;
  }

  static bool same_words(const Statement& a, const Statement& b) {
    return std::any_of(a.content.begin(), a.content.end(), [&](const Span& span) {
      return std::any_of(b.content.begin(), b.content.end(), [&](const Span& other) { return span.overlaps(other); });
    });
  }

  // The nearest cue that may own the mark.
  const Cue* cue_of(const Mark& mark, const Zone& zone) const {
    constexpr int kTries = 3;
    const Cue* best = nullptr;
    std::size_t distance = 2 * kFar;
    const auto try_cue = [&](const Cue& cue) {
      const bool behind = cue.tokens.first > mark.tokens.first;
      std::size_t gap = behind ? zone.words_in(mark.tokens.last, cue.tokens.first)
                               : zone.words_in(cue.tokens.last, mark.tokens.first);
      if (behind && opens_sentence(mark, cue)) gap = 0;
      const std::size_t at_border = behind ? mark.tokens.last : mark.tokens.first - 1;
      const std::size_t far = 2 * gap + (words_.is_word(at_border) ? 0 : 1);  // a comma parts them a little
      if (far >= distance || !fits(mark, cue)) return;
      best = &cue;
      distance = far;
    };
    const auto next = std::partition_point(zone.cues.begin(), zone.cues.end(),
                                           [&](const Cue& cue) { return cue.tokens.first <= mark.tokens.first; });
    auto before = next;
    for (int i = 0; i < kTries && before != zone.cues.begin(); ++i) try_cue(*--before);
    auto behind = next;
    for (int i = 0; i < kTries && behind != zone.cues.end(); ++i) try_cue(*behind++);
    return best;
  }

  // "In a letter filed at the court on Monday, Brown said": all up to the only comma, before the speaker, is of the
  // mark.
  bool opens_sentence(const Mark& mark, const Cue& cue) const {
    constexpr std::size_t kLongest = 15;  // tokens
    const auto& source = statements_[cue.statement].source;
    if (!source || !words_.is_capital(mark.tokens.first) || words_.is_capital(mark.tokens.last)) return false;
    const std::size_t comma = words_.within(*source).first - 1;
    if (comma < mark.tokens.last || comma > mark.tokens.last + kLongest || words_.at(comma) != ",") return false;
    for (std::size_t at = mark.tokens.last; at < comma; ++at) {
      if (!words_.is_word(at) || opens_clause(words_.lower(at))) return false;
    }
    return true;
  }

  bool fits(const Mark& mark, const Cue& cue) const {
    const bool in_cue = cue.tokens.contains(mark.tokens.first);
    const bool right_before_cue = mark.tokens.last <= cue.tokens.first && cue.tokens.first <= mark.tokens.last + 1;
    if (mark.kind == Mark::Kind::issue && !in_cue && !right_before_cue) return false;
    const auto& source = statements_[cue.statement].source;
    const bool before_source = mark.kind == Mark::Kind::document || mark.kind == Mark::Kind::report;
    if (!source) return !before_source;
    const Tokens speaker = words_.within(*source);
    if (before_source) return mark.tokens.last <= speaker.first && speaker.first <= mark.tokens.last + 1;
    if (mark.relation == Relation::said_on) return !speaker.contains(mark.tokens.first);
    return mark.relation == Relation::citing || !source->overlaps(words_.span(mark.name));
  }

  const Words& words_;
  const Contents& contents_;
  std::vector<Statement>& statements_;
  std::map<std::size_t, Zone> zones_;
  std::vector<bool> removed_;
  std::size_t begin_ = 0;       // of the tokens in left_out_
  std::vector<bool> left_out_;  // tokens of cues and sources
};

// The sentences; those over whose border one content reaches are one.
std::vector<Span> joined_by_content(const std::vector<Span>& sentences, const std::vector<Statement>& statements) {
  std::vector<Span> contents;
  for (const Statement& statement : statements) {
    contents.insert(contents.end(), statement.content.begin(), statement.content.end());
  }
  std::sort(contents.begin(), contents.end());
  std::vector<Span> out;
  auto content = contents.begin();
  std::size_t reach = 0;
  for (const Span& sentence : sentences) {
    if (!out.empty() && reach > sentence.begin) {
      out.back().end = sentence.end;
    } else {
      out.push_back(sentence);
    }
    for (; content != contents.end() && content->begin < sentence.end; ++content) reach = std::max(reach, content->end);
  }
  return out;
}

}  // namespace

void attach_marks(const Words& words, const std::vector<Span>& sentences, std::vector<Statement>& statements) {
  const Contents contents(statements);
  const std::vector<Span> stretches = joined_by_content(sentences, statements);
  std::map<std::size_t, std::vector<std::size_t>> cued;  // statements by the stretch of their cue
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].cue) continue;
    const auto stretch = std::partition_point(stretches.begin(), stretches.end(),
                                              [&](const Span& span) { return span.end <= statements[i].cue->begin; });
    if (stretch != stretches.end()) cued[static_cast<std::size_t>(stretch - stretches.begin())].push_back(i);
  }
  SentenceMarks marks(words, contents, statements);
  for (const auto& [stretch, indices] : cued) marks.attach(words.within(stretches[stretch]), indices);
  remove_marked(marks.removed(), statements);
}

}  // namespace sayso::extract
