#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "sayso/span.h"

namespace sayso {

/// Appends JSON to a string, value by value. The caller keeps brackets balanced and writes a key before each value of
/// an object; the writer adds commas, escapes and indentation. The same calls give the same bytes.
class JsonWriter {
 public:
  enum class Layout {
    line,    ///< no white space at all
    pretty,  ///< a value a line, two spaces of indentation; see `open_short`
  };

  JsonWriter(std::string& out, Layout layout) : out_(out), layout_(layout) {}

  void open(char bracket);
  /// As `open`, but the pretty layout keeps all up to the matching `close` on one line.
  void open_short(char bracket);
  void close(char bracket);

  void key(std::string_view name);
  /// A string. Bytes that are not UTF-8 become U+FFFD, so that the output is always valid.
  void text(std::string_view value);
  /// `[begin,end]`.
  void span(const Span& span);
  void number(std::size_t value);
  /// A number between 0 and 1 with at most four decimals; others are brought into that range, NaN is 0.
  void probability(double value);
  /// A number with all the digits that tell it from its neighbours, without an exponent where it is neither very large
  /// nor very small. `value` is finite.
  void real(double value);
  /// One JSON value, as it is.
  void raw(std::string_view json);

  /// Key and string; nothing at all when `value` is empty.
  void field(std::string_view name, std::string_view value);

 private:
  void before_value();
  void new_line();

  std::string& out_;
  Layout layout_;
  std::size_t depth_ = 0;
  std::size_t short_depth_ = 0;  ///< how many brackets are open since `open_short`
  bool first_ = true;            ///< nothing stands before the next value in its bracket
  bool after_key_ = false;
};

/// Appends `value` in quotation marks with what JSON wants escaped, and U+FFFD for each byte that is not UTF-8.
void append_json_string(std::string& out, std::string_view value);

}  // namespace sayso
