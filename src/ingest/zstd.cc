#include "ingest/zstd.h"

#include <zstd.h>

#include <utility>
#include <vector>

#include "ingest/expansion.h"

namespace sayso::ingest {
namespace {

class ZstdBytes final : public Bytes {
 public:
  ZstdBytes(std::unique_ptr<Bytes> compressed, std::string name)
      : compressed_(std::move(compressed)), name_(std::move(name)), buffer_(ZSTD_DStreamInSize()) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (!stream_) return Error{Code::input_damaged, "memory is short", name_};
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      if (in_.pos == in_.size) {
        const auto count = compressed_->read(buffer_.data(), buffer_.size());
        if (!count.ok()) return count.error();
        in_ = {buffer_.data(), *count, 0};
        if (*count == 0) {
          if (whole_) return std::size_t{0};
          whole_ = true;  // told once
          return Error{Code::input_damaged, "ends within what was compressed", name_, {}, compressed_->taken()};
        }
      }
      const std::size_t state = ZSTD_decompressStream(stream_.get(), &out, &in_);
      if (ZSTD_isError(state) != 0) {
        return Error{Code::input_damaged, "is damaged where it is compressed", name_, {}, compressed_->taken()};
      }
      whole_ = state == 0;
    }
    expanded_ += out.pos;
    if (is_bomb(compressed_->taken(), expanded_)) return bomb(name_);
    return out.pos;
  }

  std::uint64_t taken() const override { return compressed_->taken(); }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<Bytes> compressed_;
  std::string name_;
  std::vector<char> buffer_;
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool whole_ = true;  ///< between frames
  std::uint64_t expanded_ = 0;
};

}  // namespace

Result<std::unique_ptr<Bytes>> unzstd(std::unique_ptr<Bytes> compressed, const std::string& name) {
  return std::unique_ptr<Bytes>(std::make_unique<ZstdBytes>(std::move(compressed), name));
}

}  // namespace sayso::ingest
