#include "ingest/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "ingest/expansion.h"

namespace sayso::ingest {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;  // no zlib format
constexpr std::size_t kChunk = std::size_t{1} << 16;

class GzipBytes final : public Bytes {
 public:
  GzipBytes(std::unique_ptr<Bytes> compressed, std::string name)
      : compressed_(std::move(compressed)), name_(std::move(name)), buffer_(kChunk) {}
  ~GzipBytes() override {
    if (begun_) inflateEnd(&stream_);
  }

  Status begin() {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) return Error{Code::input_damaged, "memory is short", name_};
    begun_ = true;
    return Done{};
  }

  Result<std::size_t> read(char* to, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min(size, std::size_t{1} << 30));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room) {
      if (stream_.avail_in == 0) {
        if (auto status = refill(); !status.ok()) return status.error();
        if (stream_.avail_in == 0) {
          if (between_) return std::size_t{0};
          between_ = true;  // told once
          return damaged("ends within what was compressed");
        }
      }
      if (between_) {
        // Some writers pad the end with zeros.
        if (*stream_.next_in == 0) {
          ++stream_.next_in, --stream_.avail_in;
          continue;
        }
        part_ = position();
        between_ = false;
        inflateReset(&stream_);
      }
      const int state = inflate(&stream_, Z_NO_FLUSH);
      if (state == Z_STREAM_END) {
        between_ = true;
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        return damaged("is damaged where it is compressed");
      }
    }
    const std::size_t count = room - stream_.avail_out;
    expanded_ += count;
    if (is_bomb(position(), expanded_)) return bomb(name_);
    return count;
  }

  std::uint64_t taken() const override { return compressed_->taken(); }
  std::optional<std::uint64_t> part() const override { return part_; }

  bool skip_damage() override {
    // Behind the beginning of the damaged member, where another one begins.
    for (;;) {
      const auto* begin = reinterpret_cast<const char*>(stream_.next_in);
      const std::string_view left(begin, stream_.avail_in);
      const std::size_t at = left.find(kGzipMagic, 0);
      if (at != std::string_view::npos) {
        stream_.next_in += at;
        stream_.avail_in -= static_cast<uInt>(at);
        between_ = true;
        return true;
      }
      // What may be the beginning of one stays.
      const std::size_t kept = std::min<std::size_t>(left.size(), kGzipMagic.size() - 1);
      std::string tail(left.substr(left.size() - kept));
      const auto count = compressed_->read(buffer_.data() + kept, buffer_.size() - kept);
      if (!count.ok() || *count == 0) return false;
      std::copy(tail.begin(), tail.end(), buffer_.begin());
      stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
      stream_.avail_in = static_cast<uInt>(kept + *count);
    }
  }

 private:
  [[nodiscard]] std::uint64_t position() const { return compressed_->taken() - stream_.avail_in; }
  [[nodiscard]] Error damaged(const char* what) const { return {Code::input_damaged, what, name_, {}, part_}; }

  Status refill() {
    const auto count = compressed_->read(buffer_.data(), buffer_.size());
    if (!count.ok()) return count.error();
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(*count);
    return Done{};
  }

  std::unique_ptr<Bytes> compressed_;
  std::string name_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool begun_ = false, between_ = true;  ///< between members
  std::uint64_t part_ = 0, expanded_ = 0;
};

}  // namespace

Result<std::unique_ptr<Bytes>> gunzipped(std::unique_ptr<Bytes> compressed, const std::string& name) {
  auto bytes = std::make_unique<GzipBytes>(std::move(compressed), name);
  if (auto status = bytes->begin(); !status.ok()) return status.error();
  return std::unique_ptr<Bytes>(std::move(bytes));
}

namespace {

class MemoryBytes final : public Bytes {
 public:
  explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t count = bytes_.substr(taken_).copy(to, size);
    taken_ += count;
    return count;
  }
  std::uint64_t taken() const override { return taken_; }

 private:
  std::string_view bytes_;
  std::size_t taken_ = 0;
};

}  // namespace

Result<std::string> gunzipped(std::string_view compressed, std::size_t longest) {
  const auto bytes = gunzipped(std::make_unique<MemoryBytes>(compressed), {});
  if (!bytes.ok()) return bytes.error();
  return read_all(**bytes, {}, longest);
}

}  // namespace sayso::ingest
