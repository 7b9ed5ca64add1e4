#include "serve/listener.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <utility>
#include <vector>

#include "serve/session.h"
#include "serve/task_queue.h"

namespace sayso::serve {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

struct Listener::State {
  State(const ListenOptions& given, Service calls)
      : options(given),
        service(std::move(calls)),
        sessions{options, service, stored, reading},
        acceptor(io),
        timer(io),
        stored(given.threads, given.waiting, false),
        reading(given.threads, given.waiting, true) {}

  void accept() {
    acceptor.async_accept([this](const boost::system::error_code& error, Tcp::socket socket) {
      if (sessions.stopping) return;
      if (error) {  // no descriptors left, most of all: try again when some have been closed
        timer.expires_after(std::chrono::milliseconds(100));
        timer.async_wait([this](const boost::system::error_code&) {
          if (!sessions.stopping) accept();
        });
        return;
      }
      const bool full = sessions.open.size() >= options.connections;
      const auto session = std::make_shared<Session>(std::move(socket), sessions);
      if (full) {
        session->turn_away();
      } else {
        session->start();
      }
      accept();
    });
  }

  void stop() {
    if (sessions.stopping) return;
    sessions.stopping = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    timer.expires_after(options.grace);
    timer.async_wait([this](const boost::system::error_code&) { io.stop(); });
    // A session that ends leaves the set.
    const std::vector<Session*> open(sessions.open.begin(), sessions.open.end());
    for (Session* session : open) session->stop();
    if (sessions.open.empty()) timer.cancel();
  }

  ListenOptions options;
  Service service;
  // The order matters: the lanes end before the loop, and both hold sessions, which leave the set as they end.
  Sessions sessions;
  asio::io_context io{1};
  Tcp::acceptor acceptor;
  asio::steady_timer timer;
  TaskQueue stored, reading;
};

Listener::Listener(std::unique_ptr<State> state) : state_(std::move(state)) {}
Listener::Listener(Listener&&) noexcept = default;
Listener::~Listener() = default;

Result<Listener> Listener::open(const ListenOptions& options, Service service) {
  const std::string place = options.address + ":" + std::to_string(options.port);
  const auto failed = [&](const boost::system::error_code& error) {
    return Error{Code::listen_failed, "cannot listen at " + place + ": " + error.message()};
  };
  boost::system::error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  if (error) return failed(error);
  auto state = std::make_unique<State>(options, std::move(service));
  const Tcp::endpoint endpoint(address, options.port);
  Tcp::acceptor& acceptor = state->acceptor;
  if (!acceptor.open(endpoint.protocol(), error).failed() &&
      !acceptor.set_option(asio::socket_base::reuse_address(true), error).failed() &&
      !acceptor.bind(endpoint, error).failed()) {
    acceptor.listen(asio::socket_base::max_listen_connections, error);
  }
  if (error) return failed(error);
  return Listener(std::move(state));
}

std::uint16_t Listener::port() const {
  boost::system::error_code error;
  const auto endpoint = state_->acceptor.local_endpoint(error);
  return error ? std::uint16_t{0} : endpoint.port();
}

void Listener::run() {
  State& state = *state_;
  state.sessions.on_last = [&state] { state.timer.cancel(); };
  state.accept();
  state.io.run();
  state.sessions.on_last = nullptr;
}

void Listener::stop() {
  asio::post(state_->io, [state = state_.get()] { state->stop(); });
}

}  // namespace sayso::serve
