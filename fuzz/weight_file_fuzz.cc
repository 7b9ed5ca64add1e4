// The weight file's reader on any bytes: with the right checksum, so that the directory behind it is reached.
#include <unistd.h>
#include <xxhash.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include "model/weight_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string path = "/tmp/sayso-weight-file-fuzz-" + std::to_string(::getpid());
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size >= 32 && (data[24] & 1) != 0) {  // half of the inputs
    const std::uint32_t version = 1;
    const std::uint64_t length = size, checksum = XXH3_64bits(bytes.data() + 32, size - 32);
    std::memcpy(bytes.data(), "SAYSO\r\n\x1a", 8);
    std::memcpy(bytes.data() + 8, &version, 4);
    std::memcpy(bytes.data() + 16, &length, 8);
    std::memcpy(bytes.data() + 24, &checksum, 8);
  }
  std::FILE* out = std::fopen(path.c_str(), "wb");
  if (out == nullptr) return 0;
  std::fwrite(bytes.data(), 1, bytes.size(), out);
  std::fclose(out);
  const auto file = sayso::model::WeightFile::open(path);
  if (file.ok()) {
    std::size_t sum = 0;
    if (const auto blob = file->bytes("settings"); blob.ok()) {
      for (const char c : blob.value()) sum += static_cast<unsigned char>(c);
    }
    const auto floats = file->floats("e", {2, 3});
    if (floats.ok() && floats.value()[5] > 1e30F) ++sum;
    volatile std::size_t used = sum;
    (void)used;
  }
  std::remove(path.c_str());
  return 0;
}
