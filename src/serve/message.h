#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::serve {

enum class Method { get, head, options, post, other };

using Fields = std::vector<std::pair<std::string, std::string>>;

/// What a client asked, its address taken apart. Names and values of `query` are decoded; they are bytes of the
/// client's choice, as is everything here.
struct Request {
  Method method = Method::get;
  std::string path;  ///< decoded, begins with a slash
  Fields query;      ///< in their order
  Fields headers;    ///< names in small letters
  std::string body;

  /// The first value of that name; empty where there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// What goes back. Length, date and connection are the listener's business.
struct Response {
  unsigned status = 200;
  std::string type = "application/json";
  std::string body;
  Fields headers;
};

/// Takes `target` ("/a%20b?x=1+2") apart into path and query. False for a target that does not begin with a slash, for
/// an escape that is none, and for bytes that are no UTF-8 or are controls.
[[nodiscard]] bool parse_target(std::string_view target, std::string& path, Fields& query);

/// The pairs of a form (application/x-www-form-urlencoded). False as for parse_target().
[[nodiscard]] bool parse_form(std::string_view form, Fields& pairs);

}  // namespace sayso::serve
