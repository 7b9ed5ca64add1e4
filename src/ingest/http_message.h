#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::ingest {

/// Names in small letters, values trimmed.
using HeaderFields = std::vector<std::pair<std::string, std::string>>;

/// The first value of that name, given in small letters; empty where there is none.
[[nodiscard]] std::string_view field(const HeaderFields& fields, std::string_view name);

/// A line `Name: value`; nothing for anything else.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> header_field(std::string_view line);

/// `text/html` of `Text/HTML; charset=utf-8`.
[[nodiscard]] std::string media_type(std::string_view content_type);

/// An answer by HTTP/1.1 (RFC 9112) as a crawler kept it.
struct HttpAnswer {
  int status = 0;
  HeaderFields fields;
  std::string body;  ///< without chunks and gzip
};

/// Nothing for what is no such answer, or whose body cannot be unpacked. Bodies of more than `longest` bytes are none.
[[nodiscard]] std::optional<HttpAnswer> http_answer(std::string_view message, std::size_t longest);

}  // namespace sayso::ingest
