#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "ingest/notes.h"
#include "ingest/plain.h"
#include "ingest/published.h"

namespace {

using sayso::Code;
using sayso::Document;
using namespace std::string_literals;

sayso::Result<Document> read_text(std::string_view bytes, const sayso::ingest::Defaults& defaults = {}) {
  return sayso::ingest::plain_document(bytes, "a.txt", defaults);
}

bool has_note(const Document& document, Code code) {
  return std::any_of(document.notes.begin(), document.notes.end(), [&](const auto& note) { return note.code == code; });
}

const std::string kEnglish =
    "The governor said on Monday that she would not sign the bill, and that she had told the house so in the spring.";

}  // namespace

TEST_CASE("valid text comes through byte for byte") {
  const std::string text =
      "  \n\tCaf\u00E9 \u201Cquoted\u201D\u00A0\u00AD \u2028 \U0001F600\n\n\n" + kEnglish + "  \n\n";
  const auto document = read_text(text);
  REQUIRE(document.ok());
  CHECK(document->text == text);
  CHECK(document->uri == "a.txt");
  CHECK(document->lang == "en");
  CHECK(document->notes.empty());
  CHECK(document->id.size() == 64);
  CHECK(read_text("abc")->id == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("line ends, byte-order mark, bad bytes") {
  CHECK(read_text("\xEF\xBB\xBF"
                  "one\r\ntwo\rthree\n")
            ->text == "one\ntwo\nthree\n");
  const std::string quoted =
      "\u201CNo\u201D \u2013 \u201Cno\u201D \u2013 \u201Cno\u201D \u2013 \u201Cno\u201D, he said. " + kEnglish;
  const auto document = read_text(quoted + "\xFF and \xE2\x82 and \0."s);
  REQUIRE(document.ok());
  CHECK(document->text == quoted + "\uFFFD and \uFFFD and \uFFFD.");
  REQUIRE(has_note(*document, Code::note_replaced_bytes));
  CHECK(document->notes[0].message == "3 invalid sequences of bytes were replaced by U+FFFD");

  const auto old = read_text("\x93No,\x94 he said. " + kEnglish);
  REQUIRE(old.ok());
  CHECK(old->text == "\u201CNo,\u201D he said. " + kEnglish);
  CHECK(has_note(*old, Code::note_replaced_bytes));
}

TEST_CASE("binary content is an error") {
  std::string binary;
  for (int i = 0; i < 4096; ++i) binary += static_cast<char>(i % 7);
  for (const std::string& bytes : {binary, std::string("\x89PNG\r\n\x1A\n"), std::string("PK\x03\x04...")}) {
    const auto document = read_text(bytes);
    REQUIRE(!document.ok());
    CHECK(document.error().code == Code::not_text);
    CHECK(document.error().file == "a.txt");
  }
}

TEST_CASE("empty and blank texts are documents with a note") {
  for (const char* text : {"", " ", "\n\n\t\n", "\u00A0\u2003\n"}) {
    const auto document = read_text(text);
    REQUIRE(document.ok());
    CHECK(document->text == text);
    CHECK(has_note(*document, Code::note_empty));
    CHECK(document->notes.size() == 1);
    CHECK(document->lang == "und");
  }
}

TEST_CASE("other languages are noted") {
  const auto document = read_text(
      "Der Kanzler sagte am Montag, er werde das Gesetz nicht unterzeichnen, und er habe dies dem Haus bereits im "
      "Fr\u00FChjahr mitgeteilt; die Opposition nannte das eine Ausrede und forderte eine Abstimmung.");
  REQUIRE(document.ok());
  CHECK(document->lang == "und");
  CHECK(has_note(*document, Code::note_not_english));
}

TEST_CASE("unbalanced quotation marks are noted, reopened paragraphs are not") {
  CHECK(has_note(*read_text("\"We will not go, she said. " + kEnglish), Code::note_unbalanced_quotes));
  CHECK(!has_note(*read_text("\u201CWe will not go.\n\n\u201CNot now,\u201D she said. " + kEnglish),
                  Code::note_unbalanced_quotes));
  CHECK(!has_note(*read_text(kEnglish), Code::note_unbalanced_quotes));
}

TEST_CASE("a very long line is noted") {
  std::string line;
  while (line.size() < 200'000) line += kEnglish + " ";
  CHECK(has_note(*read_text(line), Code::note_long_line));
}

TEST_CASE("defaults fill what the document does not say") {
  const auto document = read_text(kEnglish, {"2024-11-02", "The Courier"});
  CHECK(document->published == "2024-11-02");
  CHECK(document->outlet == "The Courier");
}

TEST_CASE("days in their many spellings") {
  using sayso::ingest::day_of;
  for (const char* text :
       {"2024-11-02", "2024-11-02T10:00:00Z", "2024-11-02 23:59", " 2024/11/02 ", "20241102", "20241102T100000Z",
        "2 November 2024", "November 2, 2024", "Nov. 2nd, 2024, 10:00 GMT", "Sat, 02 Nov 2024 10:00:00 +0000",
        "Published: Saturday 2 NOV 2024", "Updated November 02 2024"}) {
    CAPTURE(text);
    CHECK(day_of(text) == "2024-11-02");
  }
  for (const char* text :
       {"", "soon", "2024-02-30", "2023-02-29T00:00:00Z", "02/11/2024", "2024-11", "2024", "November 2024",
        "31 November 2024", "2024-11-021", "202411021", "0000-01-01", "marching 2 2024x"}) {
    CAPTURE(text);
    CHECK(day_of(text).empty());
  }
  CHECK(day_of("1 May 2024").substr(0, 7) == "2024-05");
  CHECK(day_of("29 February 2024") == "2024-02-29");
  CHECK(day_of(std::string(1000, 'a') + " 2 November 2024").empty());
}
