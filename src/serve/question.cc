#include "serve/question.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "record/enum_names.h"

namespace sayso::serve {
namespace {

constexpr std::size_t kMost = 1000;  // of one answer

Error malformed(const std::string& name) {
  return {Code::request_malformed, "the parameter '" + name + "' is unknown, or cannot have this value"};
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

/// Takes a day; false where it is none.
bool take_day(const std::string& text, std::optional<std::chrono::sys_days>& day) {
  day = parse_day(text);
  return day.has_value();
}

/// Takes a value of an enum; false where it is none.
template <class Enum>
bool take_value(const std::string& text, std::optional<Enum>& value) {
  value = value_named<Enum>(text);
  return value.has_value();
}

/// Takes `true` or `false`; false for anything else.
bool take_flag(const std::string& text, bool& flag) {
  flag = text == "true";
  return flag || text == "false";
}

/// The parameter that is words, by its name.
std::string* words_named(const std::string& name, Question& question) {
  if (name == "about") return &question.about;
  if (name == "speaker") return &question.speaker;
  if (name == "via") return &question.via;
  if (name == "to") return &question.to;
  if (name == "outlet") return &question.outlet;
  return name == "type" ? &question.event_type : nullptr;
}

/// The parameter that is a day, by its name.
std::optional<std::chrono::sys_days>* day_named(const std::string& name, Question& question) {
  if (name == "since") return &question.since;
  if (name == "until") return &question.until;
  if (name == "as_of") return &question.as_of;
  if (name == "due_from") return &question.due_from;
  return name == "due_to" ? &question.due_to : nullptr;
}

/// The others. False for one that is unknown or has no fit value.
bool take_other(const std::string& name, const std::string& value, Question& question) {
  if (name == "mode") return take_value(value, question.mode);
  if (name == "act") return take_value(value, question.act);
  if (name == "stage") return take_value(value, question.stage);
  if (name == "kind") return take_value(value, question.link);
  if (name == "originals") return take_flag(value, question.originals);
  if (name == "overdue") return take_flag(value, question.overdue);
  if (name == "after") {
    question.after = number_in<std::int64_t>(value);
    return question.after.has_value() && *question.after > 0;
  }
  if (name != "limit") return false;
  const auto limit = number_in<std::size_t>(value);
  question.limit = limit.value_or(0);
  return question.limit >= 1 && question.limit <= kMost;
}

}  // namespace

Result<Question> question_of(const Fields& query) {
  Question question;
  for (const auto& [name, value] : query) {
    if (std::string* words = words_named(name, question)) {
      *words = value;
    } else if (auto* day = day_named(name, question)) {
      if (!take_day(value, *day)) return Error{Code::invalid_date, "'" + name + "' is no existing YYYY-MM-DD"};
    } else if (!take_other(name, value, question)) {
      return malformed(name);
    }
  }
  return question;
}

}  // namespace sayso::serve
