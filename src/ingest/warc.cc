#include "ingest/warc.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/dates.h"
#include "ingest/html.h"
#include "ingest/http_message.h"
#include "ingest/plain.h"

namespace sayso::ingest {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;
constexpr std::size_t kLongestLine = std::size_t{1} << 16;
constexpr std::size_t kLongestRecord = kMaxHtmlBytes;
constexpr std::string_view kVersion = "WARC/1.";

}  // namespace

struct WarcReader::Head {
  HeaderFields fields;
  std::uint64_t length = 0;
};

WarcReader::WarcReader(std::unique_ptr<Bytes> bytes, std::string name, Defaults defaults, std::string begun)
    : bytes_(std::move(bytes)), name_(std::move(name)), defaults_(std::move(defaults)), buffer_(std::move(begun)) {}

bool WarcReader::refill() {
  if (at_end_ || failure_) return false;
  base_ += begin_;
  buffer_.erase(0, std::exchange(begin_, 0));
  const std::size_t used = buffer_.size();
  buffer_.resize(used + kChunk);
  const auto count = bytes_->read(buffer_.data() + used, kChunk);
  buffer_.resize(used + (count.ok() ? *count : 0));
  if (!count.ok()) {
    failure_ = count.error();
    if (!bytes_->skip_damage()) at_end_ = true;
    return false;
  }
  if (*count == 0) at_end_ = true;
  return *count > 0;
}

/// A line without its end; false at the end, and for one that is no line of a head.
bool WarcReader::line(std::string& line) {
  std::size_t searched = 0;
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    if (end != std::string::npos) {
      line.assign(buffer_, begin_, end - begin_);
      begin_ = end + 1;
      if (line.ends_with('\r')) line.pop_back();
      return true;
    }
    searched = buffer_.size() - begin_;
    if (searched > kLongestLine || !refill()) return false;
  }
}

/// Goes to the next line that begins a record, and behind it.
bool WarcReader::find_record() {
  for (;;) {
    const std::uint64_t offset = base_ + begin_;
    std::string first;
    if (line(first)) {
      // Of a gzip file the member from which the record comes, of others its first byte.
      start_ = bytes_->part().value_or(offset);
      if (first.starts_with(kVersion)) return true;
      continue;
    }
    if (failure_ || at_end_) return false;
    begin_ = buffer_.size();  // no line at all
  }
}

Error WarcReader::at_record(Code code, const std::string& message) const { return {code, message, name_, {}, start_}; }

std::optional<Result<Document>> WarcReader::next() {
  for (;;) {
    if (failure_) {
      // What was read of the record before the damage is of no use.
      begin_ = buffer_.size();
      return *std::exchange(failure_, std::nullopt);
    }
    if (!find_record()) {
      if (failure_) continue;
      return std::nullopt;
    }
    if (auto found = record()) return found;
  }
}

/// The record whose first line was read; nothing for one that is no article.
std::optional<Result<Document>> WarcReader::record() {
  Head head;
  for (std::string each;;) {
    if (!line(each)) {
      if (failure_) return std::nullopt;
      return at_record(Code::input_damaged, "the record ends within its head");
    }
    if (each.empty()) break;
    if (auto one = header_field(each)) head.fields.push_back(std::move(*one));
  }
  const std::string_view length = field(head.fields, "content-length");
  const auto read = std::from_chars(length.data(), length.data() + length.size(), head.length);
  if (length.empty() || read.ec != std::errc{} || read.ptr != length.data() + length.size()) {
    return at_record(Code::input_damaged, "the record does not tell its length");
  }
  const std::string_view type = field(head.fields, "warc-type");
  const bool wanted = type == "response" || type == "resource" || type == "conversion";
  const bool fits = head.length <= kLongestRecord;
  std::string content;
  for (std::uint64_t left = head.length; left > 0;) {
    if (begin_ == buffer_.size() && !refill()) {
      if (failure_) return std::nullopt;
      return at_record(Code::input_damaged, "the record is longer than the file");
    }
    // A record does not go on in another member.
    if (bytes_->part().value_or(start_) != start_) {
      return at_record(Code::input_damaged, "the record has another length than it tells");
    }
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, buffer_.size() - begin_));
    if (wanted && fits) content.append(buffer_, begin_, count);
    begin_ += count;
    left -= count;
  }
  constexpr std::string_view kEnd = "\r\n\r\n";
  while (buffer_.size() - begin_ < kEnd.size() && refill()) {
  }
  if (failure_) return std::nullopt;
  const bool closed = std::string_view(buffer_).substr(begin_).starts_with(kEnd);
  if (closed) begin_ += kEnd.size();
  // The last one may lack it.
  if (!closed && !(at_end_ && buffer_.size() - begin_ < kEnd.size()))
    return at_record(Code::input_damaged, "the record has another length than it tells");
  if (!wanted) return std::nullopt;
  if (!fits)
    return at_record(Code::input_too_large, "the record is longer than " + std::to_string(kLongestRecord) + " bytes");
  return page(head, std::move(content));
}

std::optional<Result<Document>> WarcReader::page(const Head& head, std::string content) const {
  std::string type = media_type(field(head.fields, "content-type"));
  if (field(head.fields, "warc-type") == "response") {
    auto answer = type == "application/http" ? http_answer(content, kMaxHtmlBytes) : std::nullopt;
    if (!answer) return at_record(Code::input_damaged, "the record holds no answer by HTTP");
    if (answer->status != 200) return std::nullopt;
    type = media_type(field(answer->fields, "content-type"));
    content = std::move(answer->body);
  }
  const bool html = type == "text/html" || type == "application/xhtml+xml";
  if (!html && type != "text/plain") return std::nullopt;
  std::string uri(field(head.fields, "warc-target-uri"));
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);  // as some writers have it
  Defaults defaults = defaults_;
  const std::string day(field(head.fields, "warc-date").substr(0, 10));
  if (defaults.date.empty() && valid_date(day)) defaults.date = day;
  auto document = html ? html_document(content, uri, defaults) : plain_document(content, uri, defaults);
  if (!document.ok()) return at_record(document.error().code, uri + " " + document.error().message);
  return document;
}

}  // namespace sayso::ingest
