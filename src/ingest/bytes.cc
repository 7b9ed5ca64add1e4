#include "ingest/bytes.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "ingest/gzip.h"
#include "ingest/zstd.h"

namespace sayso::ingest {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

/// A descriptor, with what was read from it to see what it is.
class DescriptorBytes final : public Bytes {
 public:
  DescriptorBytes(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  ~DescriptorBytes() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (!begun_.empty()) {
      const std::size_t count = std::min(size, begun_.size());
      begun_.copy(to, count);
      begun_.erase(0, count);
      taken_ += count;
      return count;
    }
    auto count = from_descriptor(to, size);
    if (count.ok()) taken_ += *count;
    return count;
  }

  std::uint64_t taken() const override { return taken_; }

  /// Whether it begins so. Its first bytes are read all the same, and no more than it takes to tell.
  Result<bool> begins_with(std::string_view magic) {
    while (begun_.size() < magic.size() && magic.starts_with(begun_)) {
      char more[16];
      const auto count = from_descriptor(more, magic.size() - begun_.size());
      if (!count.ok()) return count.error();
      if (*count == 0) break;
      begun_.append(more, *count);
    }
    return begun_.starts_with(magic);
  }

 private:
  Result<std::size_t> from_descriptor(char* to, std::size_t size) const {
    ssize_t got = -1;
    do {
      got = ::read(descriptor_, to, size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) return system_error(errno, name_);
    return static_cast<std::size_t>(got);
  }

  int descriptor_;
  std::string name_, begun_;
  std::uint64_t taken_ = 0;
};

}  // namespace

Result<std::unique_ptr<Bytes>> open_bytes(int descriptor, const std::string& name) {
  auto plain = std::make_unique<DescriptorBytes>(descriptor, name);
  const auto gzip = plain->begins_with(kGzipMagic), zstd = plain->begins_with(kZstdMagic);
  if (!gzip.ok()) return gzip.error();
  if (!zstd.ok()) return zstd.error();
  if (*gzip) return gunzipped(std::move(plain), name);
  if (*zstd) return unzstd(std::move(plain), name);
  return std::unique_ptr<Bytes>(std::move(plain));
}

Result<std::string> read_all(Bytes& bytes, const std::string& name, std::size_t longest) {
  std::string all;
  for (;;) {
    const std::size_t used = all.size();
    all.resize(used + std::max(kChunk, used));
    const auto count = bytes.read(all.data() + used, all.size() - used);
    all.resize(used + (count.ok() ? *count : 0));
    if (!count.ok()) return count.error();
    if (*count == 0) break;
    if (all.size() > longest) {
      return Error{Code::input_too_large, "is longer than " + std::to_string(longest) + " bytes", name};
    }
  }
  return all;
}

}  // namespace sayso::ingest
