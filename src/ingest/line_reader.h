#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/bytes.h"
#include "sayso/result.h"

namespace sayso::ingest {

/// Reads lines, each as soon as it is there. Holds one line at a time, so memory does not grow with the file.
class LineReader {
 public:
  struct Line {
    std::string_view bytes;    ///< without the LF or CRLF; valid until the next call
    std::size_t number = 0;    ///< from 1
    std::uint64_t offset = 0;  ///< of its first byte in the file
    std::size_t size = 0;      ///< with the line end
    bool too_long = false;     ///< more than `longest` bytes; `bytes` is empty
  };

  /// `begun` holds what was already read of it.
  LineReader(std::unique_ptr<Bytes> bytes, std::string begun, std::size_t longest);

  /// The next line; nothing at the end. Errors are those of Bytes::read(), after which no more lines come.
  Result<std::optional<Line>> next();

  /// Bytes of the file that were taken.
  [[nodiscard]] std::uint64_t taken() const { return bytes_->taken(); }

 private:
  [[nodiscard]] Status refill();

  std::unique_ptr<Bytes> bytes_;
  std::string buffer_;  // [begin_, buffer_.size()) is still to be handed out
  std::size_t begin_ = 0;
  std::size_t longest_;
  std::size_t number_ = 0;
  std::uint64_t offset_ = 0;
  bool at_end_ = false;
};

}  // namespace sayso::ingest
