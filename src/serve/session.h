#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>

#include "serve/listener.h"
#include "serve/message.h"
#include "serve/task_queue.h"

namespace sayso::serve {

class Session;

/// What the sessions of a listener share. Only the thread that moves bytes touches it, save for the lanes.
struct Sessions {
  const ListenOptions& options;
  const Service& service;
  TaskQueue& stored;
  TaskQueue& reading;
  std::unordered_set<Session*> open = {};
  bool stopping = false;
  std::function<void()> on_last = {};  ///< called when the last session ends while stopping
};

/// One connection: reads a request, has it answered, writes the answer, and again. Keeps itself alive.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, Sessions& sessions);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  void start();
  /// Tells the client that there are too many, and ends.
  void turn_away();
  /// Ends where it waits for a request; else after the answer.
  void stop();

 private:
  void read_head();
  void on_head(const boost::beast::error_code& error);
  void read_body();
  /// What is being read ends with an error when it has not come by then; the connection stays, for the complaint.
  void expect_within(std::chrono::seconds time);
  void on_body(const boost::beast::error_code& error);
  void hand_over();
  void fail(const boost::beast::error_code& error);
  void complain(const Error& error);
  void write(Response response, bool keep);
  void close();
  void drain();

  boost::beast::tcp_stream stream_;
  boost::asio::steady_timer deadline_;
  Sessions& sessions_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  boost::beast::http::response<boost::beast::http::string_body> response_;
  Request request_;
  bool waiting_ = false;   ///< for a head
  bool late_ = false;      ///< the deadline of what is being read has passed
  std::size_t phase_ = 0;  ///< counts deadlines: one that has been queued already must not end what comes after
};

}  // namespace sayso::serve
