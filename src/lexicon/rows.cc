#include "lexicon/rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/codes.h"
#include "lexicon/lines.h"
#include "lexicon/words.h"
#include "text/utf8.h"

namespace sayso::lexicon {
namespace {

constexpr std::size_t kLongestId = 200;

// For messages; long text is cut at a character's end.
std::string quoted(std::string_view text) {
  std::size_t end = std::min<std::size_t>(text.size(), 100);
  while (!text::is_boundary(text, end)) --end;
  return "'" + std::string(text.substr(0, end)) + "'";
}

bool is_wikidata(std::string_view id) {
  return id.size() > 1 && id.size() < 15 && id[0] == 'Q' &&
         id.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && id.find_first_of(" \t") == std::string_view::npos;
}

// Reads one row; each function returns what it could use and reports the rest.
class Row {
 public:
  Row(std::string_view line, Origin origin, Draft& draft) : origin_(origin), draft_(draft) {
    while (!line.empty()) fields_.push_back(trimmed(cut(line, '\t')));
  }

  void read() {
    const std::string_view what = fields_[0];
    if (fields_.size() < 3 || !is_id(fields_[1]) || fields_[2].empty()) {
      return fault(Code::lexicon_syntax, "expected TYPE, ID and NAME or CODE between tabs");
    }
    if (what == "entry") return read_entry();
    if (what == "code") return read_code();
    if (const auto form = form_named(what)) return read_name(*form);
    fault(Code::lexicon_syntax,
          "a row of unknown type " + quoted(what) + "; there are entry, code, name, demonym, metonym, place and title");
  }

 private:
  void read_entry() {
    const auto kind = fields_.size() > 3 ? kind_named(fields_[3]) : std::nullopt;
    if (!kind) return fault(Code::lexicon_syntax, "the fourth field of an entry must be its kind");
    Entry entry;
    entry.kind = *kind;
    for (std::size_t i = 4; i < fields_.size(); ++i) {
      std::string_view value = fields_[i];
      const std::string_view key = cut(value, '=');
      if (!read_day(key, value, entry.valid)) read_fact(key, value, entry);
    }
    check_order(entry.valid);
    const std::uint32_t index = draft_.entry_of(fields_[1]);
    Entry& known = draft_.entries[index];
    if (known.defined && !draft_.from_below(known.origin)) {
      return fault(Code::lexicon_duplicate, "the entry " + quoted(known.id) + " stands in " +
                                                draft_.files[known.origin.file] + ":" +
                                                std::to_string(known.origin.line) + " too");
    }
    entry.id = known.id;
    entry.name = fields_[2];
    entry.defined = true;
    entry.origin = origin_;
    known = std::move(entry);
    add(index, form_of(*kind), {});
  }

  void read_fact(std::string_view key, std::string_view value, Entry& entry) {
    if (key == "country") {
      if (!is_country(value)) return fault(Code::lexicon_unknown_code, "no country has the code " + quoted(value));
      entry.country = value;
    } else if (key == "wikidata") {
      if (!is_wikidata(value)) return fault(Code::lexicon_unknown_code, quoted(value) + " is no id of Wikidata");
      entry.wikidata = value;
    } else if (key == "stands_for") {
      if (!is_id(value)) return fault(Code::lexicon_syntax, "stands_for needs the id of an entry");
      entry.stands_for = draft_.entry_of(value);
    } else if (key == "implies" || key == "represents") {
      const auto kind = kind_named(value);
      if (!kind) return fault(Code::lexicon_syntax, "there is no kind " + quoted(value));
      (key == "implies" ? entry.implies : entry.represents) = *kind;
    } else {
      fault(Code::lexicon_syntax, "unknown field " + quoted(key));
    }
  }

  void read_code() {
    if (!is_cameo(fields_[2])) fault(Code::lexicon_unknown_code, quoted(fields_[2]) + " is no CAMEO code");
    const Period valid = read_period();
    draft_.codes.push_back({draft_.entry_of(fields_[1]), std::string(fields_[2]), valid, origin_});
  }

  void read_name(Form form) {
    const Period valid = read_period();
    add(draft_.entry_of(fields_[1]), form, valid);
  }

  void add(std::uint32_t entry, Form form, Period valid) {
    const std::uint32_t shapes = pack_shapes(words_of_name(fields_[2].substr(0, kLongestName)));
    add_name(draft_, {entry, std::string(fields_[2]), form, valid, shapes, origin_, false});
  }

  Period read_period() {
    Period valid;
    for (std::size_t i = 3; i < fields_.size(); ++i) {
      std::string_view value = fields_[i];
      const std::string_view key = cut(value, '=');
      if (!read_day(key, value, valid)) fault(Code::lexicon_syntax, "unknown field " + quoted(key));
    }
    check_order(valid);
    return valid;
  }

  // False if the field is none of the two.
  bool read_day(std::string_view key, std::string_view value, Period& valid) {
    if (key != "from" && key != "until") return false;
    const auto day = parse_day(value);
    if (!day) {
      fault(Code::invalid_date, quoted(value) + " is no day written YYYY-MM-DD");
    } else {
      (key == "from" ? valid.from : valid.until) = *day;
    }
    return true;
  }

  void check_order(Period& valid) {
    if (valid.until == 0 || valid.from <= valid.until) return;
    fault(Code::invalid_date, "it ends before it begins");
    valid = {};
  }

  void fault(Code code, std::string message) { draft_.fault(origin_, code, std::move(message)); }

  Origin origin_;
  Draft& draft_;
  std::vector<std::string_view> fields_;
};

}  // namespace

void read_rows(std::string_view text, std::uint32_t file, Draft& draft) {
  Lines lines(text, file, draft);
  while (lines.next()) {
    const std::string_view line = lines.line();
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    Row(line, lines.origin(), draft).read();
  }
}

Form form_of(Kind kind) {
  if (kind == Kind::place) return Form::place;
  return kind == Kind::role ? Form::title : Form::name;
}

}  // namespace sayso::lexicon
