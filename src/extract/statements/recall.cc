#include "extract/statements/recall.h"

#include <algorithm>
#include <array>

#include "record/numbering.h"

namespace sayso::extract {
namespace {

constexpr std::array<std::string_view, 5> kReminders{"Recall", "Recall that", "Remember", "Remember that", "Note that"};

bool is_reminder(std::string_view text, const Statement& statement) {
  return statement.cue && !statement.source &&
         std::find(kReminders.begin(), kReminders.end(), statement.cue->of(text)) != kReminders.end();
}

/// A noun phrase that the next statement's cue follows: its source.
void give_source(std::string_view text, const Statement& reminder, Statement& next) {
  Span words = reminder.content.front();
  if (next.source || !next.cue || next.cue->begin < words.end) return;
  if (text.substr(words.end, next.cue->begin - words.end).find_first_not_of(' ') != std::string_view::npos) return;
  if (words.of(text).starts_with("that ")) words.begin += 5;
  if (!words.empty()) next.source = words;
}

}  // namespace

void drop_reminders(std::string_view text, std::vector<Statement>& statements) {
  std::vector<bool> reminders(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    reminders[i] = is_reminder(text, statements[i]);
    if (reminders[i] && i + 1 < statements.size()) give_source(text, statements[i], statements[i + 1]);
  }
  remove_marked(reminders, statements);
  number_anew(statements);
}

}  // namespace sayso::extract
