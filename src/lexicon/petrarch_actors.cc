#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/codes.h"
#include "lexicon/petrarch.h"
#include "lexicon/words.h"

namespace sayso::lexicon {
namespace {

// The day of YYMMDD or YYYYMMDD. As in PETRARCH, what follows eight digits does not count.
std::optional<Day> petrarch_day(std::string_view text) {
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  std::string digits(text.substr(0, 8));
  if (digits.size() == 6) digits.insert(0, digits.substr(0, 2) <= "30" ? "20" : "19");
  if (digits.size() != 8) return std::nullopt;
  return parse_day(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2));
}

std::optional<Period> petrarch_period(std::string_view text) {
  Period period;
  if (text.empty()) return period;
  if (text.front() == '<' || text.front() == '>') {
    const auto day = petrarch_day(trimmed(text.substr(1)));
    if (!day) return std::nullopt;
    (text.front() == '>' ? period.from : period.until) = *day;
    return period;
  }
  std::string_view second = text;
  const auto from = petrarch_day(trimmed(cut(second, '-')));
  const auto until = petrarch_day(trimmed(second));
  if (!from || !until || *from > *until) return std::nullopt;
  return Period{*from, *until};
}

// One actor while its lines are read.
class Actor {
 public:
  explicit Actor(Draft& draft) : draft_(draft) {}

  void begin(std::string_view name, Origin origin) {
    finish();
    name_ = petrarch_name(name);
    origin_ = origin;
    add_surface(name_, origin);
  }

  void add_surface(std::string surface, Origin origin) {
    if (name_.empty()) return draft_.fault(origin, Code::lexicon_syntax, "a name that belongs to no actor");
    surfaces_.push_back({0, std::move(surface), Form::name, {}, 0, origin, false});
  }

  // "[AFGGOV 011222-120901] [AFGELI]"
  void add_codes(std::string_view text, Origin origin) {
    if (name_.empty()) return draft_.fault(origin, Code::lexicon_syntax, "a code that belongs to no actor");
    while (!(text = trimmed(text)).empty()) {
      const std::size_t end = text.find(']');
      if (text.front() != '[' || end == std::string_view::npos) {
        return draft_.fault(origin, Code::lexicon_syntax, "expected a code in brackets");
      }
      add_code(trimmed(text.substr(1, end - 1)), origin);
      text.remove_prefix(end + 1);
    }
  }

  void finish() {
    if (!name_.empty() && !has_code_) {
      draft_.fault(origin_, Code::lexicon_syntax, "'" + name_ + "' has no code and is passed over");
    }
    if (!codes_.empty()) store();
    name_.clear();
    surfaces_.clear();
    codes_.clear();
    has_code_ = false;
  }

 private:
  void add_code(std::string_view text, Origin origin) {
    has_code_ = true;
    const std::string_view code = trimmed(text.substr(0, text.find_first_of(" \t<>")));
    const auto period = petrarch_period(trimmed(text.substr(code.size())));
    if (!period) {
      return draft_.fault(origin, Code::invalid_date, "a restriction that names no days: [" + std::string(text) + "]");
    }
    if (code == "---") return;
    if (!is_cameo(code)) {
      draft_.fault(origin, Code::lexicon_unknown_code, "'" + std::string(code) + "' is no CAMEO code");
    }
    codes_.push_back({0, std::string(code), *period, origin});
  }

  void store() {
    const std::uint32_t index = petrarch_entry(draft_, name_, false, origin_);
    Entry& entry = draft_.entries[index];
    if (!draft_.from_below(entry.origin)) describe(entry);
    for (EntryCode& code : codes_) {
      code.entry = index;
      draft_.codes.push_back(std::move(code));
    }
    for (Name& name : surfaces_) {
      name.entry = index;
      name.shapes = shapes_of(name.surface);
      add_name(draft_, std::move(name));
    }
  }

  void describe(Entry& entry) const {
    bool dated = false;
    for (const EntryCode& code : codes_) dated = dated || !code.valid.open();
    if (entry.kind == Kind::unknown) entry.kind = dated ? Kind::person : kind_of(codes_.front().code);
    if (entry.country.empty()) entry.country = country_of(codes_.front().code);
  }

  // The capitals of these files tell nothing; but a first word of two or three letters may be "UN" or "US".
  static std::uint32_t shapes_of(std::string_view surface) {
    const Words words = words_of_name(surface.substr(0, kLongestName));
    if (words.words.empty()) return 0;
    const bool alone = words.words.size() == 1;
    return static_cast<std::uint32_t>(alone && words.words[0].shape == Shape::short_caps ? Shape::short_caps
                                                                                         : Shape::capital);
  }

  Draft& draft_;
  std::string name_;
  Origin origin_;
  std::vector<Name> surfaces_;
  std::vector<EntryCode> codes_;
  bool has_code_ = false;
};

}  // namespace

void read_petrarch_actors(std::string_view text, std::uint32_t file, Draft& draft) {
  Lines lines(text, file, draft);
  Actor actor(draft);
  for (std::string_view line; !(line = next_petrarch_line(lines)).empty();) {
    const std::size_t bracket = std::min(line.find('['), line.size());
    std::string_view name = trimmed(line.substr(0, bracket));
    if (name.starts_with('+')) {
      actor.add_surface(petrarch_name(name.substr(1)), lines.origin());
    } else if (!name.empty()) {
      actor.begin(name, lines.origin());
    }
    if (bracket < line.size()) actor.add_codes(line.substr(bracket), lines.origin());
  }
  actor.finish();
}

}  // namespace sayso::lexicon
