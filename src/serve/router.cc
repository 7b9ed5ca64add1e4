#include "serve/router.h"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>

#include "serve/problem.h"

namespace sayso::serve {
namespace {

struct Table {
  std::vector<Route> routes;
  Guard guard;
};

/// Whether `path` is one of the pattern; then `id` is what stands for `{id}`.
bool matches(std::string_view pattern, std::string_view path, std::string& id) {
  constexpr std::string_view kId = "{id}";
  const std::size_t at = pattern.find(kId);
  if (at == std::string_view::npos) return pattern == path;
  const std::string_view before = pattern.substr(0, at), after = pattern.substr(at + kId.size());
  if (path.size() <= before.size() + after.size() || !path.starts_with(before) || !path.ends_with(after)) return false;
  const std::string_view part = path.substr(before.size(), path.size() - before.size() - after.size());
  if (part.find('/') != std::string_view::npos) return false;
  id = part;
  return true;
}

/// The route of a request, or none; `methods` is what its path allows.
const Route* route_of(const Table& table, const Request& request, std::string& id, std::string& methods) {
  const Method wanted = request.method == Method::head ? Method::get : request.method;
  const Route* found = nullptr;
  for (const Route& route : table.routes) {
    std::string part;
    if (!matches(route.path, request.path, part)) continue;
    const std::string_view allowed = route.method == Method::get ? "GET, HEAD" : "POST";
    if (methods.find(allowed) == std::string::npos) (methods += methods.empty() ? "" : ", ") += allowed;
    if (route.method != wanted || found != nullptr) continue;
    found = &route;
    id = std::move(part);
  }
  if (!methods.empty()) methods += ", OPTIONS";
  return found;
}

std::string etag_of(std::string_view body) {
  std::array<char, 20> tag{};
  std::snprintf(tag.data(), tag.size(), "\"%016llx\"",
                static_cast<unsigned long long>(XXH3_64bits(body.data(), body.size())));
  return tag.data();
}

/// Gives the answer its tag, and drops a body that the client has.
void tag(const Request& request, Response& response) {
  if (response.status != 200 || request.method == Method::post) return;
  const std::string etag = etag_of(response.body);
  response.headers.emplace_back("ETag", etag);
  response.headers.emplace_back("Cache-Control", "private, no-cache");
  const std::string_view known = request.header("if-none-match");
  if (known != "*" && known.find(etag) == std::string_view::npos) return;
  response.status = 304;
  response.type.clear();
  response.body.clear();
}

Response answer(const Table& table, const Request& request) {
  std::string id, methods;
  const Route* route = route_of(table, request, id, methods);
  if (route == nullptr && methods.empty()) {
    return problem({Code::nothing_there, "there is nothing at " + request.path});
  }
  Response response;
  if (request.method == Method::options) {
    response.status = 204;
    response.type.clear();
  } else if (route == nullptr) {
    response = problem({Code::method_unknown, "this address takes " + methods});
  } else {
    return route->handler(request, id);
  }
  response.headers.emplace_back("Allow", methods);
  return response;
}

Response guarded_answer(const Table& table, const Request& request) {
  try {
    Response response = answer(table, request);
    tag(request, response);
    return response;
  } catch (const std::exception&) {  // no memory, most of all
    return problem({Code::server_busy, "the server ran short of something while it answered"});
  }
}

}  // namespace

Service service_of(std::vector<Route> routes, Guard guard) {
  const auto table = std::make_shared<const Table>(Table{std::move(routes), std::move(guard)});
  Service service;
  service.refuses = [table](const Request& head, Response& response) {
    std::string id, methods;
    const Route* route = route_of(*table, head, id, methods);
    const auto error = refusal(table->guard, head, route != nullptr && route->open);
    if (!error) return false;
    response = problem(*error);
    add_security_headers(response);
    return true;
  };
  service.lane = [table](const Request& head) {
    std::string id, methods;
    const Route* route = route_of(*table, head, id, methods);
    return route == nullptr ? Lane::stored : route->lane;
  };
  service.answer = [table](const Request& request) {
    Response response = guarded_answer(*table, request);
    add_security_headers(response);
    return response;
  };
  service.complaint = [](const Error& error) {
    Response response = problem(error);
    add_security_headers(response);
    return response;
  };
  return service;
}

}  // namespace sayso::serve
