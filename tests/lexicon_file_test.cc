#include <doctest/doctest.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "lexicon_support.h"

using namespace sayso;
using namespace sayso::lexicon;

namespace {

constexpr const char* kRows =
    "entry|UKR|Ukraine|government|country=UKR|wikidata=Q212\n"
    "code|UKR|UKR\n"
    "entry|place/kyiv|Kyiv|place|stands_for=UKR\n"
    "entry|media/ki|Kyiv Independent|media\n"
    "entry|p|Ada Holm|person\n"
    "title|p|President Holm|from=2020-01-02\n"
    "code|p|UKRGOV|from=2020-01-02\n";

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("sayso-lexicon-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

void seal(std::string& bytes) {
  const std::uint64_t checksum = XXH3_64bits(bytes.data() + kLexiconHeader, bytes.size() - kLexiconHeader);
  std::memcpy(bytes.data() + 40, &checksum, sizeof checksum);
}

}  // namespace

TEST_CASE("a compiled lexicon says the same as its rows") {
  const Folder folder;
  const Lexicon rows = lexicon_of(kRows);
  const auto mapped = Lexicon::open(folder.write("x.lexicon", rows.bytes()));
  REQUIRE(mapped.ok());
  CHECK(mapped->hash() == rows.hash());
  CHECK(mapped->size() == 4);
  const std::string text = "Kyiv Independent: President Holm is in Kyiv.";
  CHECK(found(*mapped, text) == found(rows, text));
  CHECK(found(*mapped, text) ==
        "Kyiv Independent=media/ki:name President Holm=p:title Kyiv=UKR:metonym,place/kyiv:place");
  CHECK(found(*mapped, "President Holm", 20200101) == "");
}

TEST_CASE("the order of rows does not matter") {
  std::string reversed, rest = kRows;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n') + 1;
    reversed.insert(0, rest.substr(0, end));
    rest.erase(0, end);
  }
  CHECK(lexicon_of(reversed).bytes() == lexicon_of(kRows).bytes());
}

TEST_CASE("damaged files are refused") {
  const Folder folder;
  const std::string good(lexicon_of(kRows).bytes());
  const auto refused = [&](const std::string& bytes) {
    const auto lexicon = Lexicon::open(folder.write("x.lexicon", bytes));
    return !lexicon.ok() && lexicon.error().code == Code::lexicon_damaged;
  };
  for (std::size_t size = 0; size < good.size(); ++size) CHECK(refused(good.substr(0, size)));
  CHECK(refused(good + '\0'));
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    CHECK(refused(bad));
  }
  CHECK(Lexicon::open(folder.path() + "/nowhere").error().code == Code::file_not_found);
}

TEST_CASE("counts that lie are noticed under a right checksum") {
  const std::string good(lexicon_of(kRows).bytes());
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char value : {'\x00', '\x7F', '\xFF'}) {
      std::string bad = good;
      bad[at] = value;
      if (at >= kLexiconHeader) seal(bad);
      const auto file = LexiconFile::check(bad, "x");
      if (!file.ok()) continue;
      ++accepted;  // a changed letter, day or shape: nothing that could lead out of the file
      for (std::uint32_t i = 0; i < file->names(); ++i) {
        REQUIRE(file->name(i).entry < file->entries());
        REQUIRE(file->string(file->name(i).surface).size() <= good.size());
      }
    }
  }
  CHECK(accepted > 0);
}

TEST_CASE("a circle of stands_for is noticed") {
  std::string bytes(lexicon_of("entry|a|Alva|place|stands_for=b\nentry|b|Bela|place\n").bytes());
  const auto file = LexiconFile::check(bytes, "x");
  REQUIRE(file.ok());
  std::uint32_t slots = 0, names = 0;
  std::memcpy(&names, bytes.data() + 20, 4);
  std::memcpy(&slots, bytes.data() + 24, 4);
  const std::size_t entries_at = kLexiconHeader + slots * sizeof(SlotRecord) + names * sizeof(NameRecord);
  const std::uint32_t first = 0;
  std::memcpy(bytes.data() + entries_at + sizeof(EntryRecord) + 40, &first, 4);
  seal(bytes);
  CHECK_FALSE(LexiconFile::check(bytes, "x").ok());
}

TEST_CASE("a folder is read over the lexicon below") {
  const Folder folder;
  const std::string below = folder.write("below.lexicon", lexicon_of(kRows).bytes());
  std::filesystem::create_directories(folder.path() + "/own");
  folder.write("own/a.tsv", "name\tUKR\tUkrayina\nentry\tp\tAda Holm-Renn\tperson\nentry\tx\tXandria\tplace\n");
  folder.write("own/b.actors.txt", "UKRAINE_ [UKR]\n+LAND_OF_WHEAT_\n");
  folder.write("own/notes.txt", "not a lexicon");
  const auto lexicon = Lexicon::open(folder.path() + "/own", below);
  REQUIRE(lexicon.ok());
  CHECK(texts(lexicon->faults()).empty());
  CHECK(lexicon->summary().files == 2);
  CHECK(lexicon->summary().entries == 2);
  CHECK(found(*lexicon, "Ukrayina, Land of Wheat, Kyiv") ==
        "Ukrayina=UKR:name Land of Wheat=UKR:name Kyiv=UKR:metonym,place/kyiv:place");
  CHECK(found(*lexicon, "Ada Holm, Ada Holm-Renn") == "Ada Holm=p:name Ada Holm-Renn=p:name");
  CHECK(lexicon->entry(*lexicon->entry_with_id("p")).name == "Ada Holm-Renn");
  CHECK(Lexicon::open(folder.path() + "/own", folder.path() + "/none").error().code == Code::file_not_found);
  std::filesystem::create_directories(folder.path() + "/empty");
  CHECK(Lexicon::open(folder.path() + "/empty").error().code == Code::no_documents);
}
