#include "serve/guard.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace sayso::serve {
namespace {

bool is_this_machine(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || bracket < colon)) {
    const std::string_view port = host.substr(colon + 1);
    if (!std::all_of(port.begin(), port.end(), [](unsigned char c) { return std::isdigit(c) != 0; })) return false;
    host = host.substr(0, colon);
  }
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// In a time that tells nothing of where they differ.
bool same(std::string_view given, std::string_view wanted) {
  unsigned different = given.size() == wanted.size() ? 0U : 1U;
  for (std::size_t i = 0; i < given.size() && !wanted.empty(); ++i) {
    different |= static_cast<unsigned char>(given[i] ^ wanted[i % wanted.size()]);
  }
  return different == 0;
}

bool has_token(const Request& head, std::string_view token) {
  constexpr std::string_view kScheme = "Bearer ";
  const std::string_view given = head.header("authorization");
  return given.starts_with(kScheme) && same(given.substr(kScheme.size()), token);
}

}  // namespace

std::optional<Error> refusal(const Guard& guard, const Request& head, bool is_page) {
  const std::string_view host = head.header("host");
  if (host.empty()) return Error{Code::request_malformed, "the request names no host"};
  if (guard.loopback && !is_this_machine(host)) {
    return Error{Code::request_refused, "this server answers to localhost and 127.0.0.1 only"};
  }
  const std::string_view origin = head.header("origin");
  const std::string own = "://" + std::string(host);
  if (!origin.empty() && origin != "http" + own && origin != "https" + own) {
    return Error{Code::request_refused, "pages of other sites may not ask this server"};
  }
  const std::string_view site = head.header("sec-fetch-site");
  if (!is_page && !site.empty() && site != "same-origin" && site != "none") {
    return Error{Code::request_refused, "pages of other sites may not ask this server"};
  }
  if (!is_page && !guard.token.empty() && !has_token(head, guard.token)) {
    return Error{Code::request_unauthorized, "send the server's token: Authorization: Bearer TOKEN"};
  }
  return std::nullopt;
}

void add_security_headers(Response& response) {
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                                "object-src 'none'");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("X-Frame-Options", "DENY");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
}

}  // namespace sayso::serve
