#include "ingest/http_message.h"

#include <algorithm>
#include <charconv>

#include "ingest/ascii.h"
#include "ingest/gzip.h"

namespace sayso::ingest {
namespace {

/// The line up to LF or CRLF, taken from `rest`.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// RFC 9112, 7.1. Crawlers often kept the field and not the chunks: what is not chunked comes back as it is.
std::string without_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  for (;;) {
    const std::string_view line = take_line(rest);
    std::size_t size = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (read.ec != std::errc{} || read.ptr == line.data() || size > rest.size()) return std::string(body);
    if (size == 0) return out;
    out += rest.substr(0, size);
    rest.remove_prefix(size);
    (void)take_line(rest);
  }
}

}  // namespace

std::string_view field(const HeaderFields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.first == name; });
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::pair<std::string, std::string>> header_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  return std::pair(lower_ascii(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1))));
}

std::string media_type(std::string_view content_type) {
  return lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::optional<HttpAnswer> http_answer(std::string_view message, std::size_t longest) {
  HttpAnswer answer;
  const std::string_view first = take_line(message);
  const std::size_t space = first.find(' ');
  if (!first.starts_with("HTTP/") || space == std::string_view::npos) return std::nullopt;
  const std::string_view status = trimmed(first.substr(space));
  if (std::from_chars(status.data(), status.data() + status.size(), answer.status).ec != std::errc{})
    return std::nullopt;
  for (;;) {
    const std::string_view line = take_line(message);
    if (line.empty()) break;
    if (auto each = header_field(line)) answer.fields.push_back(std::move(*each));
  }
  answer.body = field(answer.fields, "transfer-encoding") == "chunked" ? without_chunks(message) : std::string(message);
  if (answer.body.starts_with(kGzipMagic)) {
    auto body = gunzipped(answer.body, longest);
    if (!body.ok()) return std::nullopt;
    answer.body = std::move(*body);
  }
  return answer.body.size() > longest ? std::nullopt : std::optional(std::move(answer));
}

}  // namespace sayso::ingest
