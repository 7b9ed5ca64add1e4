#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::ingest {

/// Reads lines from a descriptor, each as soon as it is there. Holds one line at a time, so memory does not grow with
/// the file. Owns the descriptor unless it is standard input.
class LineReader {
 public:
  struct Line {
    std::string_view bytes;    ///< without the LF or CRLF; valid until the next call
    std::size_t number = 0;    ///< from 1
    std::uint64_t offset = 0;  ///< of its first byte in the file
    std::size_t size = 0;      ///< with the line end
    bool too_long = false;     ///< more than `longest` bytes; `bytes` is empty
  };

  /// `begun` holds what was already read from the descriptor; `name` stands for it in errors.
  LineReader(int descriptor, std::string name, std::string begun, std::size_t longest);
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader();

  /// The next line; nothing at the end. Error: file_unreadable, after which no more lines come.
  Result<std::optional<Line>> next();

 private:
  [[nodiscard]] Status refill();

  int descriptor_;
  std::string name_;
  std::string buffer_;  // [begin_, buffer_.size()) is still to be handed out
  std::size_t begin_ = 0;
  std::size_t longest_;
  std::size_t number_ = 0;
  std::uint64_t offset_ = 0;
  bool at_end_ = false;
};

}  // namespace sayso::ingest
