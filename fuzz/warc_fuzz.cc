// Any bytes as a WARC file, plain and compressed: it comes to an end, and every document is one.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "ingest/gzip.h"
#include "ingest/warc.h"
#include "text/utf8.h"

namespace {

using namespace sayso;

class MemoryBytes final : public ingest::Bytes {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t count = bytes_.copy(to, size, taken_);
    taken_ += count;
    return count;
  }
  std::uint64_t taken() const override { return taken_; }

 private:
  std::string bytes_;
  std::size_t taken_ = 0;
};

void read(std::unique_ptr<ingest::Bytes> bytes) {
  ingest::WarcReader reader(std::move(bytes), "x", {});
  while (auto document = reader.next()) {
    if (document->ok() && !text::is_valid_utf8((*document)->text)) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read(std::make_unique<MemoryBytes>(bytes));
  auto unpacked = ingest::gunzipped(std::make_unique<MemoryBytes>(bytes), "x");
  if (unpacked.ok()) read(std::move(*unpacked));
  return 0;
}
