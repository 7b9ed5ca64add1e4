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
  return {};
}

void add_question_options(CLI::App& command, QuestionOptions& options, const std::string& who) {
  command.add_option("--db", options.database, "The database; else SAYSO_DB, else the one in your folder for data")
      ->type_name("FILE");
  command
      .add_option("--about", options.about,
                  "All of these words, in any of their forms; \"a phrase\" in quotation marks; word* for its beginning")
      ->type_name("WORDS");
  command.add_option("--speaker", options.speaker, who + ": a name or a part of it; #KEY as sayso actors tells it")
      ->type_name("NAME");
  command.add_option("--via", options.via, "Through whom it reached the page")->type_name("NAME");
  command.add_option("--to", options.to, "Whom it is said to, asked of or done to")->type_name("NAME");
  command.add_option("--since", options.since, "Published on this day or later")->type_name("YYYY-MM-DD");
  command.add_option("--until", options.until, "Published on this day or before")->type_name("YYYY-MM-DD");
  command.add_option("--limit", options.limit, "At most so many; 50 when not given")
      ->check(CLI::Range(1, 1000000))
      ->option_text("N");
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
  return question;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) (out += out.empty() ? "" : ", ") += name;
  return out;
}

}  // namespace sayso::cli
