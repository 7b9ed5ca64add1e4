#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <string>
#include <thread>

#include "serve/guard.h"
#include "serve/listener.h"
#include "serve/problem.h"
#include "serve/router.h"

using namespace sayso::serve;
using namespace std::chrono_literals;

namespace {

/// A connection to a port of this machine.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  Client(const Client&) = delete;
  ~Client() { close(socket_); }

  void send(const std::string& bytes) { (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }

  /// All up to the end of the connection.
  std::string rest() {
    std::string out;
    char buffer[4096];
    for (ssize_t got = 0; (got = recv(socket_, buffer, sizeof buffer, 0)) > 0;)
      out.append(buffer, static_cast<std::size_t>(got));
    return out;
  }

  /// Something of what comes next.
  std::string some() {
    char buffer[4096];
    const ssize_t got = recv(socket_, buffer, sizeof buffer, 0);
    return got > 0 ? std::string(buffer, static_cast<std::size_t>(got)) : std::string();
  }

 private:
  int socket_;
};

/// A listener that runs until the end of its life.
class Running {
 public:
  Running(const ListenOptions& options, std::vector<Route> routes)
      : listener_(Listener::open(options, service_of(std::move(routes), Guard{})).value()),
        thread_([this] { listener_.run(); }) {}
  ~Running() {
    listener_.stop();
    thread_.join();
  }
  std::uint16_t port() const { return listener_.port(); }

 private:
  Listener listener_;
  std::thread thread_;
};

ListenOptions small() {
  ListenOptions options;
  options.port = 0;
  options.threads = 1;
  options.head_time = 1s;
  options.body_time = 1s;
  options.grace = 5s;
  return options;
}

std::vector<Route> echo() {
  const auto answer = [](const Request& request, const std::string& id) {
    Response response;
    response.body = request.body + id;
    return response;
  };
  return {{Method::post, "/echo", Lane::reading, true, answer},
          {Method::get, "/thing/{id}", Lane::stored, true, answer}};
}

const std::string kHost = " HTTP/1.1\r\nHost: localhost\r\n";
const std::string kLast = "Connection: close\r\n";

}  // namespace

TEST_CASE("a connection serves one request after the other") {
  const Running server(small(), echo());
  Client client(server.port());
  client.send("POST /echo" + kHost + "Content-Length: 3\r\n\r\nabc");
  CHECK(client.some().ends_with("\r\n\r\nabc"));
  client.send("POST /echo" + kHost + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  CHECK(client.some() == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("de");
  CHECK(client.some().ends_with("\r\n\r\nde"));
  client.send("GET /thing/a%20b" + kHost + kLast + "\r\n");
  CHECK(client.rest().ends_with("\r\n\r\na b"));
}

TEST_CASE("heads and bodies that trickle end in time") {
  const Running server(small(), echo());
  for (const std::string& start :
       {"GET /thing/1" + kHost + "X: ", "POST /echo" + kHost + "Content-Length: 1000\r\n\r\n"}) {
    Client client(server.port());
    client.send(start);
    const auto begun = std::chrono::steady_clock::now();
    std::promise<void> over;
    std::thread trickle([&client, ends = over.get_future()] {
      while (ends.wait_for(100ms) == std::future_status::timeout) client.send("a");
    });
    const std::string answer = client.some();
    over.set_value();
    trickle.join();
    CHECK(answer.starts_with("HTTP/1.1 408 "));
    CHECK(answer.find("SAY097") != std::string::npos);
    CHECK(std::chrono::steady_clock::now() - begun < 10s);
  }
}

TEST_CASE("an idle connection is closed without a word") {
  const Running server(small(), echo());
  Client client(server.port());
  CHECK(client.rest().empty());
}

TEST_CASE("more connections and requests than there is room for are told to come again") {
  ListenOptions options = small();
  options.connections = 4;
  options.waiting = 1;
  std::promise<void> goes_on;
  const std::shared_future<void> gate = goes_on.get_future().share();
  const auto slow = [gate](const Request&, const std::string&) {
    gate.wait();
    return Response{};
  };
  const Running server(options, {{Method::get, "/slow", Lane::stored, true, slow}});
  const std::string ask = "GET /slow" + kHost + kLast + "\r\n";
  Client first(server.port()), second(server.port()), third(server.port()), fourth(server.port());
  first.send(ask);
  std::this_thread::sleep_for(200ms);  // until a thread has taken it
  second.send(ask);
  std::this_thread::sleep_for(200ms);
  third.send(ask);
  const std::string refused = third.some();
  CHECK(refused.starts_with("HTTP/1.1 503 "));
  CHECK(refused.find("Retry-After: 2") != std::string::npos);
  Client fifth(server.port()), sixth(server.port());
  CHECK(sixth.some().starts_with("HTTP/1.1 503 "));
  goes_on.set_value();
  CHECK(first.rest().starts_with("HTTP/1.1 200 "));
  CHECK(second.rest().starts_with("HTTP/1.1 200 "));
}

TEST_CASE("stored answers do not wait for reading") {
  std::promise<void> goes_on;
  const std::shared_future<void> gate = goes_on.get_future().share();
  const auto slow = [gate](const Request&, const std::string&) {
    gate.wait();
    return Response{};
  };
  std::vector<Route> routes = echo();
  routes.push_back({Method::get, "/slow", Lane::reading, true, slow});
  const Running server(small(), std::move(routes));
  Client reader(server.port()), asker(server.port());
  reader.send("GET /slow" + kHost + kLast + "\r\n");
  asker.send("GET /thing/1" + kHost + kLast + "\r\n");
  CHECK(asker.rest().starts_with("HTTP/1.1 200 "));
  goes_on.set_value();
  CHECK(reader.rest().starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a handler that throws costs its answer alone") {
  const auto throws = [](const Request&, const std::string&) -> Response { throw std::bad_alloc(); };
  const Running server(small(), {{Method::get, "/throws", Lane::stored, true, throws}});
  for (int i = 0; i < 2; ++i) {
    Client client(server.port());
    client.send("GET /throws" + kHost + kLast + "\r\n");
    CHECK(client.rest().starts_with("HTTP/1.1 503 "));
  }
}

TEST_CASE("a place that cannot be had is an error") {
  ListenOptions options = small();
  for (const char* address : {"nowhere", "", "203.0.113.7"}) {
    options.address = address;
    const auto listener = Listener::open(options, service_of({}, {}));
    REQUIRE_FALSE(listener.ok());
    CHECK(listener.error().code == sayso::Code::listen_failed);
  }
}

TEST_CASE("addresses are taken apart") {
  std::string path;
  Fields query;
  REQUIRE(parse_target("/a%20b/c?x=1+2&y&=z&x=%C3%A9", path, query));
  CHECK(path == "/a b/c");
  CHECK(query == Fields{{"x", "1 2"}, {"y", ""}, {"", "z"}, {"x", "é"}});
  for (const char* bad :
       {"", "a", "*", "http://x/", "/%", "/%2", "/%zz", "/%00", "/%0A", "/%ff", "/?a=%ff", "/?%e9=1"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_target(bad, path, query));
  }
}
