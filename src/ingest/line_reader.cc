#include "ingest/line_reader.h"

#include <algorithm>
#include <utility>

namespace sayso::ingest {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

}  // namespace

LineReader::LineReader(std::unique_ptr<Bytes> bytes, std::string begun, std::size_t longest)
    : bytes_(std::move(bytes)), buffer_(std::move(begun)), longest_(longest) {}

// Reads once more, after moving what is left to the front of the buffer.
Status LineReader::refill() {
  buffer_.erase(0, std::exchange(begin_, 0));
  const std::size_t used = buffer_.size();
  buffer_.resize(used + std::max(kChunk, used));  // doubling keeps a long line linear
  const auto count = bytes_->read(buffer_.data() + used, buffer_.size() - used);
  buffer_.resize(used + (count.ok() ? *count : 0));
  if (!count.ok() || *count == 0) at_end_ = true;
  if (!count.ok()) return count.error();
  return Done{};
}

Result<std::optional<LineReader::Line>> LineReader::next() {
  Line line{{}, ++number_, offset_, 0, false};
  std::size_t searched = 0;  // bytes of the buffer without a line end
  std::size_t newline = std::string::npos;
  for (;;) {
    newline = buffer_.find('\n', begin_ + searched);
    if (newline != std::string::npos || at_end_) break;
    searched = buffer_.size() - begin_;
    if (line.too_long || searched > longest_) {
      line.too_long = true;
      line.size += std::exchange(searched, 0);
      begin_ = buffer_.size();
    }
    if (Status status = refill(); !status.ok()) return status.error();
  }
  const std::size_t end = std::min(newline, buffer_.size());
  const std::size_t after = newline == std::string::npos ? end : end + 1;
  line.size += after - begin_;
  line.too_long = line.too_long || end - begin_ > longest_;
  if (line.size == 0) return std::optional<Line>();
  if (!line.too_long) {
    line.bytes = std::string_view(buffer_).substr(begin_, end - begin_);
    if (line.bytes.ends_with('\r')) line.bytes.remove_suffix(1);
  }
  begin_ = after;
  offset_ += line.size;
  return std::optional<Line>(line);
}

}  // namespace sayso::ingest
