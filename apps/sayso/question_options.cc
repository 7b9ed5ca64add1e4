#include "question_options.h"

#include <utility>

#include "base/dates.h"
#include "input_options.h"

namespace sayso::cli {

std::string QuestionOptions::first_given() const {
  const std::pair<const char*, const std::string*> all[] = {
      {"--db", &database}, {"--about", &about}, {"--speaker", &speaker}, {"--via", &via},
      {"--to", &to},       {"--since", &since}, {"--until", &until}};
  for (const auto& [name, value] : all) {
    if (!value->empty()) return name;
  }
  return originals ? "--originals" : "";
}

std::optional<Question> question_of(const QuestionOptions& options) {
  if (!is_day("--since", options.since) || !is_day("--until", options.until)) return std::nullopt;
  Question question;
  question.about = options.about;
  question.speaker = options.speaker;
  question.via = options.via;
  question.to = options.to;
  question.outlet = options.outlet;
  question.since = parse_day(options.since);
  question.until = parse_day(options.until);
  question.limit = options.limit;
  question.originals = options.originals;
  return question;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

}  // namespace sayso::cli
