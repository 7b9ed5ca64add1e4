#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "sayso/result.h"

namespace sayso::ingest {

/// The bytes of an input, one after the other; decompressed where they are compressed. For one thread at a time.
class Bytes {
 public:
  Bytes() = default;
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  virtual ~Bytes() = default;

  /// Fills at most `size` bytes of `to`; 0 only at the end. Errors: file_unreadable, and of compressed ones
  /// input_damaged and input_too_large.
  [[nodiscard]] virtual Result<std::size_t> read(char* to, std::size_t size) = 0;

  /// How many bytes of the file were taken, as they lie there.
  [[nodiscard]] virtual std::uint64_t taken() const = 0;

  /// Of a file in parts that can be read apart, the members of a gzip file: where the one begins from which the last
  /// bytes came.
  [[nodiscard]] virtual std::optional<std::uint64_t> part() const { return std::nullopt; }

  /// After damage, goes on at the next part that may be whole. False where there is none.
  [[nodiscard]] virtual bool skip_damage() { return false; }
};

/// The bytes of a descriptor, which is closed in the end unless it is standard input; `name` stands for it in errors.
/// gzip (RFC 1952, with several members) and zstd (RFC 8878) are known by their first bytes and decompressed. What
/// grows out of all proportion is a bomb: input_too_large.
[[nodiscard]] Result<std::unique_ptr<Bytes>> open_bytes(int descriptor, const std::string& name);

/// All that is left, at most `longest` bytes. Error: input_too_large, and those of read().
[[nodiscard]] Result<std::string> read_all(Bytes& bytes, const std::string& name, std::size_t longest);

}  // namespace sayso::ingest
