#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "sayso/result.h"
#include "serve/message.h"

namespace sayso::serve {

/// Which requests wait for each other. Reading articles takes the processors for long, so it has threads of its own and
/// stored answers never queue behind it.
enum class Lane { stored, reading };

/// What a listener calls. Both must not throw and must be safe to call from several threads at once.
struct Service {
  /// Decides by method, path and headers alone, before the body is read: an answer here ends the matter.
  std::function<bool(const Request& head, Response& refusal)> refuses;
  std::function<Lane(const Request& head)> lane;
  std::function<Response(const Request& request)> answer;
  /// What is said of a request that never gets to `answer`.
  std::function<Response(const Error& error)> complaint;
};

struct ListenOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8377;         ///< 0: any that is free
  std::size_t threads = 2;           ///< for each lane
  std::size_t connections = 1024;    ///< more are told that the server is busy
  std::size_t waiting = 512;         ///< requests that may wait in a lane; more are told so too
  std::size_t header_bytes = 32768;  ///< room for a short text in an address
  std::size_t body_bytes = std::size_t{4} << 20;
  std::chrono::seconds head_time{15};   ///< from the connection, or the last answer, to the end of a head
  std::chrono::seconds body_time{30};   ///< for all of a body, however it trickles
  std::chrono::seconds write_time{30};  ///< for all of an answer
  std::chrono::seconds grace{10};       ///< for what is under way when the listener is told to stop
};

/// HTTP/1.1 over TCP. One thread moves the bytes of all connections; threads of two lanes make the answers.
class Listener {
 public:
  /// Binds and listens. Error: listen_failed.
  [[nodiscard]] static Result<Listener> open(const ListenOptions& options, Service service);

  Listener(Listener&&) noexcept;
  Listener& operator=(Listener&&) = delete;
  ~Listener();

  /// The port that it got.
  [[nodiscard]] std::uint16_t port() const;

  /// Serves in the calling thread until stop(), then finishes what is under way.
  void run();

  /// Ends run(); may be called from any thread, more than once.
  void stop();

 private:
  struct State;
  explicit Listener(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sayso::serve
