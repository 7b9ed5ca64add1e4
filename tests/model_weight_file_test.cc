#include <doctest/doctest.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "model/weight_file.h"

namespace {

using namespace sayso;
using namespace sayso::model;

constexpr std::size_t kHeader = 32, kEntry = 128;

/// What training/weight_file_test.py makes with training/weight_file.py.
std::string fixture() {
  std::ifstream in(SAYSO_SOURCE_DIR "/tests/data/tiny.sayso", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Scratch {
 public:
  Scratch() : path_(std::filesystem::temp_directory_path() / ("sayso-weights-" + std::to_string(::getpid()))) {}
  ~Scratch() { std::filesystem::remove(path_); }
  Result<WeightFile> open(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return WeightFile::open(path_.string());
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// Makes the checksum right again, so that a lie is found for what it is.
std::string sealed(std::string bytes) {
  put(bytes, 24, std::uint64_t{XXH3_64bits(bytes.data() + kHeader, bytes.size() - kHeader)});
  return bytes;
}

}  // namespace

TEST_CASE("reads what training/weight_file.py writes") {
  auto opened = WeightFile::open(SAYSO_SOURCE_DIR "/tests/data/tiny.sayso");
  REQUIRE(opened.ok());
  const WeightFile file = std::move(opened).value();
  CHECK(file.hash() == "c93372bec80827de");
  CHECK(file.bytes("vocabulary").value() == "[UNK]\n[CLS]\n[SEP]");
  CHECK(file.bytes("settings").value() == R"({"layers": 1, "name": "tiny"})");
  const float* e = file.floats("e", {2, 3}).value();
  for (int i = 0; i < 6; ++i) CHECK(e[i] == static_cast<float>(i));
  const std::int8_t* q = file.int8s("a.q", {2, 8, 16, 4}).value();
  const std::int32_t* sum = file.int32s("a.sum", {32}).value();
  CHECK(reinterpret_cast<std::uintptr_t>(q) % 64 == 0);
  for (std::size_t n = 0; n < 32; ++n) {
    std::int32_t total = 0;
    for (std::size_t k = 0; k < 32; ++k) total += q[((n / 16 * 8 + k / 4) * 16 + n % 16) * 4 + k % 4];
    CHECK(total == sum[n]);
  }
  CHECK(file.floats("e", {3, 2}).error().code == Code::model_incomplete);
  CHECK(file.int8s("e", {2, 3}).error().code == Code::model_incomplete);
  CHECK(file.floats("nothing", {1}).error().code == Code::model_incomplete);
  CHECK(file.floats("nothing", {1}).error().file == file.path());
}

TEST_CASE("a missing, empty or cut file") {
  const Scratch scratch;
  CHECK(WeightFile::open(scratch.path() + "-none").error().code == Code::model_not_found);
  const std::string good = fixture();
  REQUIRE(good.size() > 1000);
  for (std::size_t size = 0; size < good.size(); size += size < 200 ? 1 : 97) {
    const auto opened = scratch.open(good.substr(0, size));
    REQUIRE(!opened.ok());
    CHECK(opened.error().code == Code::model_truncated);
    CHECK(opened.error().file == scratch.path());
  }
  CHECK(scratch.open(good + '\0').error().code == Code::model_corrupt);
}

TEST_CASE("a flipped bit is found") {
  const Scratch scratch;
  const std::string good = fixture();
  for (std::size_t at = 0; at < good.size(); at += at < 400 ? 1 : 53) {
    if (at >= 12 && at < 16) continue;  // the count of entries: below
    for (int bit = 0; bit < 8; ++bit) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
      const auto opened = scratch.open(bad);
      INFO("byte ", at, " bit ", bit);
      REQUIRE(!opened.ok());
      const bool in_version = at >= 8 && at < 12, in_size = at >= 16 && at < 24;
      const Code code = opened.error().code;
      CHECK((code == Code::model_corrupt || (in_version && code == Code::model_version) ||
             (in_size && code == Code::model_truncated)));
    }
  }
}

// The checksum begins at byte 32: that the data fill the file shows that the count is right.
TEST_CASE("a flipped bit in the count of entries is found") {
  const Scratch scratch;
  const std::string good = fixture();
  for (std::size_t at = 12; at < 16; ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ (1 << bit));
      INFO("byte ", at, " bit ", bit);
      CHECK(!scratch.open(bad).ok());
    }
  }
}

TEST_CASE("a directory that lies is refused before it is followed") {
  const Scratch scratch;
  const std::string good = fixture();
  const auto code_of = [&](const std::string& bytes) {
    const auto opened = scratch.open(sealed(bytes));
    return opened.ok() ? Code{} : opened.error().code;
  };
  REQUIRE(code_of(good) == Code{});
  std::string bad = good;
  put(bad, 12, std::uint32_t{0xFFFFFFFF});
  CHECK(code_of(bad) == Code::model_corrupt);
  const std::size_t entry = kHeader + 2 * kEntry;
  struct Lie {
    std::size_t at;
    std::uint64_t value;
  };
  for (const Lie& lie : {Lie{72, ~std::uint64_t{0}}, Lie{72, std::uint64_t{1} << 63}, Lie{104, ~std::uint64_t{63}},
                         Lie{104, 1}, Lie{104, good.size() / 64 * 64 + 64}, Lie{112, ~std::uint64_t{0}}, Lie{112, 0}}) {
    bad = good;
    put(bad, entry + lie.at, lie.value);
    INFO("field ", lie.at, " value ", lie.value);
    CHECK(code_of(bad) == Code::model_corrupt);
  }
  bad = good;
  put(bad, entry + 64, std::uint32_t{4});
  CHECK(code_of(bad) == Code::model_corrupt);
  bad = good;
  put(bad, entry + 68, std::uint32_t{5});
  CHECK(code_of(bad) == Code::model_corrupt);
}
