#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "ingest/line_reader.h"
#include "ingest/source.h"

namespace {

namespace fs = std::filesystem;
using sayso::Code;
using sayso::ingest::Source;

// A folder of its own for each test, gone afterwards.
struct Folder {
  std::string path;

  Folder() {
    std::string name = (fs::temp_directory_path() / "sayso-ingest-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  std::string write(const std::string& name, std::string_view bytes) const {
    fs::create_directories(fs::path(path + "/" + name).parent_path());
    REQUIRE(sayso::write_file(path + "/" + name, bytes).ok());
    return path + "/" + name;
  }
};

std::unique_ptr<sayso::ingest::Bytes> opened(int descriptor) {
  auto bytes = sayso::ingest::open_bytes(descriptor, "a file");
  REQUIRE(bytes.ok());
  return std::move(*bytes);
}

// Each document as `uri=text`, each error as `code file:line`, paths without the folder.
std::vector<std::string> read_all(const Folder& folder, const std::vector<std::string>& paths,
                                  const sayso::ingest::Defaults& defaults = {}) {
  Source source(paths, defaults);
  std::vector<std::string> out;
  const auto local = [&](std::string path) {
    return path.starts_with(folder.path) ? path.substr(std::min(path.size(), folder.path.size() + 1)) : path;
  };
  while (auto document = source.next()) {
    if (document->ok()) {
      out.push_back(local((*document)->uri) + "=" + (*document)->text);
    } else {
      const sayso::Error& error = document->error();
      out.push_back(code_name(error.code) + " " + local(error.file) +
                    (error.line ? ":" + std::to_string(*error.line) : ""));
    }
  }
  CHECK(source.bytes_read() <= source.total_bytes());
  CHECK(!source.next());
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder: by name, below too, one bad file among good ones") {
  const Folder folder;
  folder.write("b.txt", "Second.");
  folder.write("a.TXT", "First.");
  folder.write("notes.pdf", "not read");
  folder.write("noextension", "not read");
  folder.write(".hidden.txt", "not read");
  folder.write("c/d.html", "<p>He said he would stay.</p>");
  folder.write("c/bad.txt", "%PDF-1.4");
  folder.write("c/empty.html", "");
  folder.write("e.md", "Fourth.");
  fs::create_symlink(folder.path + "/nowhere", folder.path + "/f.txt");
  fs::create_symlink(folder.path + "/nowhere", folder.path + "/f.png");
  fs::create_symlink(folder.path, folder.path + "/loop");
  CHECK(read_all(folder, {folder.path}) == Lines{"a.TXT=First.", "b.txt=Second.", "SAY003 c/bad.txt",
                                                 "c/d.html=He said he would stay.", "SAY006 c/empty.html",
                                                 "e.md=Fourth.", "SAY001 f.txt"});
}

TEST_CASE("inputs are listed without being read") {
  const Folder folder;
  const std::string a = folder.write("a.txt", "12345"), b = folder.write("b.jsonl", "{}\n");
  const auto inputs = sayso::ingest::list_inputs({folder.path, a, "-", folder.path + "/none"});
  REQUIRE(inputs.size() == 5);
  CHECK(inputs[0].path == a);
  CHECK(inputs[0].bytes == 5);
  CHECK(inputs[1].format == sayso::ingest::Format::jsonl);
  CHECK(inputs[2].path == a);
  CHECK(inputs[3].path == "-");
  CHECK(!inputs[3].error);
  REQUIRE(inputs[4].error);
  CHECK(inputs[4].error->code == Code::file_not_found);
  CHECK(Source({folder.path, a}, {}).total_bytes() == 13);
}

TEST_CASE("what cannot be read is an error, the rest is read") {
  const Folder folder;
  const std::string good = folder.write("good.txt", "Good.");
  fs::create_directory(folder.path + "/empty");
  fs::create_directory(folder.path + "/other");
  folder.write("other/a.pdf", "x");
  fs::create_symlink("nowhere", folder.path + "/link");
  CHECK(read_all(folder, {folder.path + "/missing.txt", folder.path + "/link", folder.path + "/empty",
                          folder.path + "/other", good, good + "/x.txt"}) ==
        Lines{"SAY001 missing.txt", "SAY001 link", "SAY007 empty", "SAY007 other", "good.txt=Good.",
              "SAY001 good.txt/x.txt"});
  if (::geteuid() != 0) {  // root reads everything
    ::chmod(good.c_str(), 0);
    CHECK(read_all(folder, {good}) == Lines{"SAY002 good.txt"});
  }
}

TEST_CASE("a folder that stands where a file was is an error, not a crash") {
  const Folder folder;
  const std::string path = folder.write("a.txt", "A.");
  Source source({path}, {});
  fs::remove(path);
  fs::create_directory(path);
  const auto document = source.next();
  REQUIRE(document);
  REQUIRE(!document->ok());
  CHECK(document->error().code == Code::file_unreadable);
}

TEST_CASE("JSON Lines: good, bad and blank lines, any line end, with or without a last one") {
  const Folder folder;
  const std::string path =
      folder.write("n.jsonl",
                   "\xEF\xBB\xBF{\"text\":\"one\",\"id\":\"1\"}\r\n\n  "
                   "\r\n{\"text\":2}\nnonsense\n{\"text\":\"two\"}\r\n{\"text\":\"three\",\"id\":\"3\"}");
  CHECK(read_all(folder, {path}) == Lines{"1=one", "SAY004 n.jsonl:4", "SAY004 n.jsonl:5", "n.jsonl:6=two", "3=three"});
  Source source({path}, {});
  while (auto document = source.next()) {
    if (!document->ok() && document->error().line == 5) {
      // The byte is counted in the file, where it finds the first letter that no JSON begins with.
      const auto bytes = sayso::read_file(path);
      CHECK(*document->error().byte - bytes->find("nonsense") < 3);
    }
  }
  CHECK(source.bytes_read() == source.total_bytes());
}

TEST_CASE("JSON Lines: nothing in them, binary content") {
  const Folder folder;
  CHECK(read_all(folder, {folder.write("empty.jsonl", ""), folder.write("blank.ndjson", "\n\n")}).empty());
  CHECK(read_all(folder, {folder.write("zip.jsonl", "PK\x03\x04 ...\n...\n")}) == Lines{"SAY003 zip.jsonl"});
}

TEST_CASE("a file without a known extension tells by its content") {
  const Folder folder;
  CHECK(read_all(folder, {folder.write("page", "\n <!DOCTYPE HTML><p>He said he would stay.</p>")}) ==
        Lines{"page=He said he would stay."});
  CHECK(
      read_all(folder, {folder.write("lines", "{\"text\":\"one\",\"id\":\"1\"}\n{\"text\":\"two\",\"id\":\"2\"}\n")}) ==
      Lines{"1=one", "2=two"});
  CHECK(read_all(folder, {folder.write("text", "{curly} he said < and >")}) == Lines{"text={curly} he said < and >"});
  CHECK(read_all(folder, {folder.write("image.png", "\x89PNG\r\n\x1A\n")}) == Lines{"SAY003 image.png"});
  CHECK(read_all(folder, {folder.write("none.x", "")}) == Lines{"none.x="});
}

TEST_CASE("standard input is read by its content") {
  const Folder folder;
  const auto from_input = [&](const std::string& bytes) {
    const int kept = ::dup(STDIN_FILENO), file = ::open(folder.write("input", bytes).c_str(), O_RDONLY);
    ::dup2(file, STDIN_FILENO);
    ::close(file);
    Source source({"-"}, {"2024-11-02", "Desk"});
    Lines out;
    while (auto document = source.next()) {
      out.push_back(document->ok() ? (*document)->uri + "=" + (*document)->text + "|" + (*document)->published + "|" +
                                         (*document)->outlet
                                   : document->error().to_string());
    }
    ::dup2(kept, STDIN_FILENO);
    ::close(kept);
    return out;
  };
  CHECK(from_input("He said no.\n") == Lines{"-=He said no.\n|2024-11-02|Desk"});
  CHECK(from_input("<html><p>He said no.</p></html>") == Lines{"-=He said no.|2024-11-02|Desk"});
  CHECK(from_input("{\"text\":\"a\",\"published\":\"2020-01-01\"}\n{\"text\":\"b\",\"outlet\":\"X\"}") ==
        Lines{"-:1=a|2020-01-01|Desk", "-:2=b|2024-11-02|X"});
}

TEST_CASE("a pipe gives each line as soon as it is there") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const auto put = [&](std::string_view bytes) {
    CHECK(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  };
  put("gun\nsec");
  sayso::ingest::LineReader lines(opened(ends[0]), "be", 100);
  const auto take = [&] {
    auto line = lines.next();
    REQUIRE(line.ok());
    return *line ? std::string((*line)->bytes) : "end";
  };
  CHECK(take() == "begun");
  put("ond\r\n\nlast");
  CHECK(take() == "second");
  CHECK(take().empty());
  ::close(ends[1]);
  auto line = lines.next();
  REQUIRE(line.ok());
  REQUIRE(*line);
  CHECK((*line)->bytes == "last");
  CHECK((*line)->number == 4);
  CHECK((*line)->offset == 15);
  CHECK(take() == "end");
}

TEST_CASE("a line over the limit is passed over, with its number") {
  const Folder folder;
  const std::string path = folder.write(
      "long", std::string(3'000'000, 'x') + "\nshort\n" + std::string(101, 'y') + "\n" + std::string(100, 'z'));
  sayso::ingest::LineReader lines(opened(::open(path.c_str(), O_RDONLY)), "", 100);
  std::vector<bool> too_long;
  std::size_t size = 0;
  for (;;) {
    auto line = lines.next();
    REQUIRE(line.ok());
    if (!*line) break;
    too_long.push_back((*line)->too_long);
    CHECK((*line)->number == too_long.size());
    CHECK((*line)->offset == size);
    size += (*line)->size;
  }
  CHECK(too_long == std::vector<bool>{true, false, true, false});
  CHECK(size == 3'000'000 + 1 + 6 + 102 + 100);
}

TEST_CASE("twenty thousand lines") {
  const Folder folder;
  std::string bytes;
  for (int i = 0; i < 20'000; ++i) bytes += "{\"text\":\"Line " + std::to_string(i) + " of many, he said.\"}\n";
  Source source({folder.write("many.jsonl", bytes)}, {});
  std::size_t count = 0;
  while (auto document = source.next()) count += document->ok() ? 1 : 0;
  CHECK(count == 20'000);
  CHECK(source.bytes_read() == bytes.size());
}
