#include "extract/ledger/deadlines.h"

#include <algorithm>
#include <charconv>

#include "extract/ledger/action.h"
#include "extract/ledger/clause.h"

namespace sayso::extract {
namespace {

using model::Relation;

constexpr std::size_t kNone = Tree::kNone;
constexpr int kMonths = 12;

int number(std::string_view digits) {
  int value = -1;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? value : -1;
}

/// The last month of what stands behind the year of a TIMEX value: a month, quarter, half, season or week.
int last_month(std::string_view part) {
  constexpr int kQuarter = 3, kHalf = 6, kWeeks = 52, kMay = 5, kAugust = 8, kNovember = 11;
  if (part.starts_with("SP")) return kMay;
  if (part.starts_with("SU")) return kAugust;
  if (part.starts_with("FA")) return kNovember;
  if (part.size() < 2) return kMonths;
  if (part[0] == 'Q') return kQuarter * number(part.substr(1, 1));
  if (part[0] == 'H') return kHalf * number(part.substr(1, 1));
  if (part[0] == 'W' && part.size() >= 3) {
    const int week = number(part.substr(1, 2));
    return week < 0 ? kMonths : std::min(kMonths, week * kMonths / kWeeks + 1);
  }
  const int month = number(part.substr(0, 2));
  return month < 0 ? kMonths : month;
}

/// Whether a TIMEX value ends before a day, YYYY-MM-DD.
bool is_before(std::string_view value, std::string_view day) {
  constexpr std::size_t kYear = 4, kDay = 10;
  const std::string_view year = value.substr(0, kYear);
  if (number(year) < 0) return false;  // XXXX-11
  if (year != day.substr(0, kYear)) return year < day.substr(0, kYear);
  if (value.size() >= kDay && value[kYear] == '-' && value[kYear + 1] != 'W')
    return value.substr(0, kDay) < day.substr(0, kDay);
  if (value.size() < kYear + 2) return false;
  return last_month(value.substr(kYear + 1)) < number(day.substr(kYear + 1, 2));
}

/// "for parts of May": how long, unless something is arranged for then.
bool tells_duration(const Tree& tree, std::size_t word) {
  if (tree.relation(word) == Relation::conj && tree.head(word) != kNone) word = tree.head(word);
  const std::size_t head = tree.head(word);
  return head != kNone && tree.is_noun(head) && tree.marker(head) == "for" && tree.marker(word) == "of";
}

}  // namespace

Deadlines::Deadlines(const Tree& tree, const std::vector<Time>& times, std::string_view published)
    : tree_(tree), times_(times), published_(published) {
  std::size_t word = 0;
  for (const Time& time : times) {
    while (word < tree.size() && tree.span(word).end <= time.span.begin) ++word;
    words_.push_back(word);
  }
}

bool Deadlines::lies_ahead(const Time& time, std::size_t word) const {
  if (time.type == TimeType::set) return false;
  if (time.type == TimeType::duration) return word > 0 && tree_.lower(word - 1) == "within";
  if (time.value.find("_REF") != std::string::npos) return false;
  constexpr std::size_t kYear = 4;
  // The year of publication alone may be over or not.
  const std::string_view before = word > 0 ? std::string_view(tree_.lower(word - 1)) : std::string_view();
  if (time.value.size() == kYear && published_.starts_with(time.value) && !holds_word("by before until", before)) {
    return false;
  }
  if (tells_duration(tree_, word)) return false;
  return published_.empty() || !is_before(time.value, published_);
}

/// "[cut taxes] by May", wherever the tree hangs the time.
bool Deadlines::follows(const Span& action, std::size_t word) const {
  constexpr std::size_t kNearest = 10;  // bytes
  const std::size_t begin = tree_.span(word).begin;
  if (word == 0 || begin < action.end || begin - action.end > kNearest) return false;
  if (holds_word("by before until", tree_.lower(word))) return true;  // part of the time
  return holds_word("by on in before at until", tree_.lower(word - 1)) && tree_.span(word - 1).begin >= action.end;
}

std::string Deadlines::of(const Draft& draft, const Span& except) const {
  const std::size_t from = tree_.sentence_begin(draft.deed), to = tree_.sentence_end(draft.deed);
  auto at = static_cast<std::size_t>(std::lower_bound(words_.begin(), words_.end(), from) - words_.begin());
  for (; at < words_.size() && words_[at] < to; ++at) {
    const std::size_t word = words_[at];
    const Time& time = times_[at];
    if (except.contains(time.span) || !lies_ahead(time, word)) continue;
    const bool until = word > 0 && (tree_.lower(word - 1) == "until" || tree_.lower(word - 1) == "till");
    if (draft.act == Act::refuse && until) continue;
    // In the deed's clause, not in one coordinated with it; or a time of the act's own verb behind it.
    bool mine = tree_.within(word, draft.deed);
    for (const std::uint32_t child : tree_.children(draft.deed)) {
      if (tree_.relation(child) == Relation::conj && tree_.within(word, child)) mine = false;
    }
    if (!mine && draft.trigger != draft.deed && word > draft.trigger) {
      for (const std::uint32_t child : tree_.children(draft.trigger)) {
        const Relation relation = tree_.relation(child);
        mine |= child > draft.deed && (relation == Relation::obl || relation == Relation::advmod) &&
                tree_.within(word, child);
      }
    }
    mine |= draft.told == Told::by_schedule && word > draft.deed;
    mine |= draft.told == Told::by_noun && tree_.within(word, draft.trigger);
    if (mine || follows(draft.action, word)) return time.id;
  }
  return {};
}

}  // namespace sayso::extract
