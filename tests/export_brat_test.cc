#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/files.h"
#include "export/brat.h"

namespace sayso::exporter {
namespace {

// Characters of one to four bytes, a combining accent, and a statement over two lines.
const std::string kText =
    "\xF0\x9F\x97\xB3 Zoe\xCC\x88 Marr said \xE2\x80\x9Cit is so,\nall of it\xE2\x80\x9D in \xC3\x85re.\n";

Span find(std::string_view words) {
  const auto begin = kText.find(words);
  return {begin, begin + words.size()};
}

Attribution example() { return {{find("Zoe\xCC\x88 Marr")}, {find("said")}, {find("it is so,\nall of it")}}; }

TEST_CASE("a record becomes brat lines in characters, a span over a line end in two parts") {
  CHECK(to_brat(kText, {example()}) ==
        "T1\tSource 2 11\tZoe\xCC\x88 Marr\n"
        "T2\tCue 12 16\tsaid\n"
        "T3\tContent 18 27;28 37\tit is so, all of it\n"
        "T4\tAttribution 12 16\tsaid\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n");
}

TEST_CASE("the trigger of a statement without cue is its content") {
  CHECK(to_brat(kText, {{{}, {}, {find("all of it"), find("\xC3\x85re")}}}) ==
        "T1\tContent 28 37;42 45\tall of it \xC3\x85re\n"
        "T2\tAttribution 28 37;42 45\tall of it \xC3\x85re\n"
        "E1\tAttribution:T2 Content:T1\n");
}

TEST_CASE("what was written is read back with the same bytes") {
  const std::vector<Attribution> all = {example(), {{}, {}, {find("it is so,")}}, {{}, {find("said")}, {find("in ")}}};
  const auto back = parse_brat(to_brat(kText, all), kText, "x.ann");
  REQUIRE(back.ok());
  REQUIRE(back->size() == 3);
  CHECK((*back)[0].source == all[0].source);
  CHECK((*back)[0].content == std::vector<Span>{find("it is so,"), find("all of it")});
  CHECK((*back)[1] == all[1]);
  CHECK((*back)[2] == all[2]);
  CHECK(to_brat(kText, *back) == to_brat(kText, all));
}

TEST_CASE("no statements give an empty file, and spans that are none are left out") {
  CHECK(to_brat(kText, {}).empty());
  CHECK(to_brat(kText, {{{{1, 3}}, {}, {{0, 4000}}}}).empty());
}

TEST_CASE("brat files of other people: order, numbered roles, other types, stray lines") {
  const auto read = parse_brat(
      "E7\tAttribution-no-source:T9 Content:T1 Content2:T2 Cue:T3\r\nT1\tContent 18 20\tit\nT2\tContent 28 31;35 "
      "37\tall it\n"
      "T3\tCue 12 16\tsaid\nT9\tAttribution-no-source 12 16\tsaid\nand the rest of a span's words\nThe end\n"
      "#1\tAnnotatorNotes T3\tsure?\nE8\tAttribution:T9 \nT10\tDiscard 0 1\tx",
      kText, "x.ann");
  REQUIRE(read.ok());
  REQUIRE(read->size() == 1);
  const std::size_t last = find("it\xE2\x80\x9D").begin;
  CHECK((*read)[0] == Attribution{{}, {find("said")}, {find("it"), find("all"), {last, last + 2}}});
}

TEST_CASE("bad gold is an error with its line") {
  const auto complaint = [](const std::string& ann) {
    const auto read = parse_brat("T1\tCue 12 16\tsaid\n" + ann, kText, "gold/x.ann");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == Code::invalid_gold);
    CHECK(read.error().file == "gold/x.ann");
    CHECK(read.error().line == 2);
    return read.error().message;
  };
  CHECK(complaint("T2\tCue 12 9999\tx").find("beyond the text") != std::string::npos);
  CHECK(complaint("T2\tCue 12 99999999999999999999999\tx").find("pairs of numbers") != std::string::npos);
  CHECK(complaint("T2\tCue -1 3\tx").find("pairs of numbers") != std::string::npos);
  CHECK(complaint("T2\tCue 3\tx").find("pairs of numbers") != std::string::npos);
  CHECK(complaint("T2\tCue 16 12\tx").find("ends before") != std::string::npos);
  CHECK(complaint("T2").find("no begin") != std::string::npos);
  CHECK(complaint("T1\tCue 1 2\tx").find("second span") != std::string::npos);
  CHECK(complaint("E1\tAttribution:T1 Cue:T8").find("no span 'T8'") != std::string::npos);
  CHECK(complaint("E1\tAttribution").find("no span ''") != std::string::npos);
}

TEST_CASE("a folder is read by its first annotators, with or without a split") {
  const auto folder = std::filesystem::temp_directory_path() / "sayso_export_brat_test";
  std::filesystem::remove_all(folder);
  CHECK(read_brat_folder(folder.string(), "dev").error().code == Code::invalid_gold);
  for (const char* each : {"dev/text", "dev/attributions"}) std::filesystem::create_directories(folder / each);
  const auto write = [&](const char* name, const std::string& bytes) {
    REQUIRE(write_file((folder / "dev" / name).string(), bytes).ok());
  };
  CHECK(read_brat_folder(folder.string(), "dev").error().code == Code::invalid_gold);
  write("text/b.txt", kText);
  write("text/a.txt", kText);
  write("text/none.txt", kText);
  write("attributions/b_bbbb.ann", "");
  write("attributions/b_aaaa.ann", to_brat(kText, {example()}));
  write("attributions/a_x1y2.ann", "");
  for (const auto& [path, split] : {std::pair(folder.string(), "dev"), std::pair((folder / "dev/").string(), "test")}) {
    const auto read = read_brat_folder(path, split);
    REQUIRE(read.ok());
    REQUIRE(read->size() == 2);
    CHECK((*read)[0].name == "a");
    CHECK((*read)[0].attributions.empty());
    CHECK((*read)[1].text == kText);
    CHECK((*read)[1].attributions.size() == 1);
  }
  write("attributions/a_x1y2.ann", "T1\tCue 0 999\tx\n");
  const auto broken = read_brat_folder(folder.string(), "dev");
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.error().file.ends_with("dev/attributions/a_x1y2.ann"));
  std::filesystem::remove_all(folder);
}

TEST_CASE("files are named after the document") {
  const auto name = [](const std::string& uri) {
    Document document;
    document.uri = uri;
    document.id = "0123456789abcdef";
    return brat_name(document);
  };
  CHECK(name("news/a b.html") == "a b");
  CHECK(name("https://x.org/n/a%20b.html?page=1#top") == "a b");
  CHECK(name("https://x.org/n/") == "n");
  CHECK(name("v1.2.txt") == "v1.2");
  CHECK(name("item-7") == "item-7");
  CHECK(name(".hidden") == "_hidden");
  CHECK(name("https://x.org/%2e%2e%2fetc") == "etc");
  CHECK(name("https://x.org/..") == "_.");
  CHECK(name("https://x.org/") == "0123456789ab");
  CHECK(name("") == "0123456789ab");
  CHECK(name("-") == "0123456789ab");
  CHECK(name(std::string(900, 'x')).size() == 200);
}

}  // namespace
}  // namespace sayso::exporter
