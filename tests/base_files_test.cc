#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/files.h"
#include "base/mapped_file.h"

namespace fs = std::filesystem;
using sayso::Code;
using sayso::MappedFile;
using sayso::read_file;
using sayso::write_file;

namespace {

// A fresh folder that goes away with the object.
struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "sayso files XXXXXX").native();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  std::string operator/(const std::string& name) const { return path + '/' + name; }
  std::string path;
};

}  // namespace

TEST_CASE("bytes survive writing, reading and mapping") {
  const Folder folder;
  std::string all(300'000, '\0');
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<char>(i * 7 % 256);
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("a\0\xff\r\n", 5), all}) {
    REQUIRE(write_file(folder / "x", bytes).ok());
    const auto read = read_file(folder / "x");
    REQUIRE(read.ok());
    CHECK(*read == bytes);
    const auto mapped = MappedFile::open(folder / "x");
    REQUIRE(mapped.ok());
    CHECK(mapped->bytes() == bytes);
  }
}

TEST_CASE("a mapping can be moved and stays where it is") {
  const Folder folder;
  REQUIRE(write_file(folder / "one", "first").ok());
  REQUIRE(write_file(folder / "two", "second").ok());
  auto one = MappedFile::open(folder / "one");
  auto two = MappedFile::open(folder / "two");
  REQUIRE(one.ok());
  REQUIRE(two.ok());
  MappedFile moved = std::move(one).value();
  const char* place = two->bytes().data();
  moved = std::move(two).value();
  CHECK(moved.bytes() == "second");
  CHECK(moved.bytes().data() == place);
}

TEST_CASE("what cannot be read is an error with the path") {
  const Folder folder;
  for (const std::string& path : {folder / "absent", folder / "absent/below"}) {
    CHECK(read_file(path).error().code == Code::file_not_found);
    CHECK(read_file(path).error().file == path);
    CHECK(MappedFile::open(path).error().code == Code::file_not_found);
  }
  CHECK(read_file(folder.path).error().code == Code::file_unreadable);
  CHECK(MappedFile::open(folder.path).error().code == Code::file_unreadable);
  REQUIRE(write_file(folder / "locked", "x").ok());
  fs::permissions(folder / "locked", fs::perms::none);
  if (::geteuid() != 0) {  // root reads everything
    CHECK(read_file(folder / "locked").error().code == Code::file_unreadable);
    CHECK(MappedFile::open(folder / "locked").error().code == Code::file_unreadable);
  }
}

TEST_CASE("the size limit lets the limit itself pass") {
  const Folder folder;
  REQUIRE(write_file(folder / "x", std::string(1000, 'x')).ok());
  CHECK(read_file(folder / "x", 1000).ok());
  CHECK(read_file(folder / "x", 999).error().code == Code::input_too_large);
  CHECK(read_file("/dev/zero", 200'000).error().code == Code::input_too_large);
}

TEST_CASE("a pipe is read to its end and left open") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const std::string sent(200'000, 'p');
  std::jthread writer([&] {
    for (std::size_t done = 0; done < sent.size();) {
      const ssize_t put = ::write(ends[1], sent.data() + done, sent.size() - done);
      if (put <= 0) break;
      done += static_cast<std::size_t>(put);
    }
    ::close(ends[1]);
  });
  const auto got = sayso::read_descriptor(ends[0], "-");
  REQUIRE(got.ok());
  CHECK(*got == sent);
  CHECK(::fcntl(ends[0], F_GETFD) != -1);
  ::close(ends[0]);
}

TEST_CASE("what cannot be written is an error") {
  const Folder folder;
  CHECK(write_file(folder / "absent/x", "x").error().code == Code::write_failed);
  CHECK(write_file(folder.path, "x").error().code == Code::write_failed);
  if (fs::exists("/dev/full")) CHECK(write_file("/dev/full", "x").error().code == Code::write_failed);
}

TEST_CASE("a folder is listed with the folders below it, in order, without hidden files") {
  const Folder folder;
  fs::create_directories(folder / "b/c");
  fs::create_directories(folder / ".git");
  for (const char* name : {"b/c/deep.txt", "a.txt", "b/z.txt", ".hidden", ".git/x", "Z.txt"}) {
    REQUIRE(write_file(folder / name, "x").ok());
  }
  fs::create_symlink(folder / "a.txt", folder / "link.txt");
  fs::create_directory_symlink(folder.path, folder / "loop");
  fs::create_symlink(folder / "gone", folder / "broken.txt");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);

  const auto listing = sayso::list_files(folder.path);
  REQUIRE(listing.ok());
  CHECK(listing->files == std::vector<std::string>{folder / "Z.txt", folder / "a.txt", folder / "b/c/deep.txt",
                                                   folder / "b/z.txt", folder / "link.txt"});
  REQUIRE(listing->problems.size() == 1);
  CHECK(listing->problems[0].file == folder / "broken.txt");

  CHECK(sayso::list_files(folder / "absent").error().code == Code::file_not_found);
  CHECK_FALSE(sayso::list_files(folder / "a.txt").ok());
  CHECK(sayso::is_folder(folder.path));
  CHECK_FALSE(sayso::is_folder(folder / "a.txt"));
}
