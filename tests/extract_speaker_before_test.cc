#include <doctest/doctest.h>

#include <string>

#include "extract/statements/recall.h"
#include "extract/statements/speaker_before.h"
#include "extract_support.h"

using namespace sayso;

namespace {

// The source of the last statement, with its cue in brackets.
std::string source(std::string_view markup) {
  Marked page = marked(markup);
  extract::give_speakers_before(page.text, page.statements);
  const Statement& last = page.statements.back();
  std::string out = last.source ? std::string(last.source->of(page.text)) : "-";
  if (last.cue) out += " [" + std::string(last.cue->of(page.text)) + "]";
  return out;
}

// What is left, each as source: content.
std::string without_reminders(std::string_view markup) {
  Marked page = marked(markup);
  for (std::size_t i = 0; i < page.statements.size(); ++i) page.statements[i].id = "s" + std::to_string(i + 1);
  if (page.statements.size() > 1 && page.statements[0].content.front().contains(page.statements[1].content.front())) {
    page.statements[1].inside = "s1";
  }
  extract::drop_reminders(page.text, page.statements);
  std::string out;
  for (const Statement& each : page.statements) {
    out += each.id + " " + (each.source ? std::string(each.source->of(page.text)) : "-") + ": " +
           std::string(each.content.front().of(page.text)) + each.inside + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("a quotation that nothing attributes has the subject of the sentence before") {
  CHECK(source("Baker Tom Hale did not look up. {t1 “The ovens are cold.”} Then he left.") == "Baker Tom Hale");
  CHECK(source("She laughed. {t1 \"Not in my town.\"}") == "She");
  CHECK(source("Tom Hale sat down. {t1 “It is late.”} {s1 Nobody} {c1 replied}.") == "Tom Hale");
}

TEST_CASE("no speaker is guessed from a sentence that is no scene") {
  CHECK(source("The ovens were cold. {t1 “It is late.”}") == "-");
  CHECK(source("Prices rose. {t1 “It is late.”}") == "-");
  CHECK(source("Tom Hale, a baker, sat down. {t1 “It is late.”}") == "-");
  CHECK(source("Tom Hale and Ann Reed sat down. {t1 “It is late.”}") == "-");
  CHECK(source("Tom Hale sat down.\n\n{t1 “It is late.”}") == "-");
  CHECK(source("{s1 Ann} {c1 said} {t1 it was} over. {t2 “It is late.”}") == "-");
  CHECK(source("Tom Hale sat down. {t1 It is late.}") == "-");
  CHECK(source("{t1 “It is late.”}") == "-");
  CHECK(source("Tom Hale sat down. {t1 “It is late.”} {s1 Ann} {c1 said}.") == "Ann [said]");
}

TEST_CASE("from a sender and a colon") {
  CHECK(source("From the lock keeper's hut: {t1 “The gate is shut.”}") == "the lock keeper's hut [:]");
  CHECK(source("Two wrote.\nFrom {s2 Ann Reed}{c2 :} {t2 “Yes.”}\nFrom her brother: {t3 “No.”}") == "her brother [:]");
  CHECK(source("From {s1 Ann Reed}{c1 :} {t1 “Yes.”}") == "Ann Reed [:]");
  CHECK(source("From noon: till dusk: {t1 “Yes.”}") == "-");
  CHECK(source("From: {t1 “Yes.”}") == "-");
}

TEST_CASE("a reminder to the reader is no statement") {
  CHECK(without_reminders("{c1 Recall} {t1 that old files} {c2 showed} {t2 that the dam leaks}.") ==
        "s1 old files: that the dam leaks|");
  CHECK(without_reminders("{c1 Recall} {t1 that {s2 Ann} {c2 said} {t2 it leaks}}.") == "s1 Ann: it leaks|");
  CHECK(without_reminders("{c1 Remember} {t1 the dam}.") == "");
  CHECK(without_reminders("{s1 Ann} {c1 recalled} {t1 the dam}.") == "s1 Ann: the dam|");
}
