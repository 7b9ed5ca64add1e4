#include "serve/session.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <cctype>
#include <string>
#include <utility>

namespace sayso::serve {

namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::get;
    case http::verb::head:
      return Method::head;
    case http::verb::options:
      return Method::options;
    case http::verb::post:
      return Method::post;
    default:
      return Method::other;
  }
}

std::string lower(beast::string_view name) {
  std::string out(name.data(), name.size());
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// False for a target that cannot be taken apart.
template <class Message>
bool take_head(const Message& message, Request& request) {
  request = {};
  request.method = method_of(message.method());
  for (const auto& field : message) {
    request.headers.emplace_back(lower(field.name_string()), std::string(field.value().data(), field.value().size()));
  }
  return parse_target({message.target().data(), message.target().size()}, request.path, request.query);
}

Error error_of(const beast::error_code& error) {
  if (error == http::error::body_limit) return {Code::input_too_large, "the body is larger than this server takes"};
  if (error == http::error::header_limit) return {Code::input_too_large, "the head is larger than this server takes"};
  return {Code::request_malformed, "this is no HTTP request: " + error.message()};
}

}  // namespace

Session::Session(boost::asio::ip::tcp::socket socket, Sessions& sessions)
    : stream_(std::move(socket)), deadline_(stream_.get_executor()), sessions_(sessions) {
  sessions_.open.insert(this);
}

Session::~Session() {
  sessions_.open.erase(this);
  if (sessions_.stopping && sessions_.open.empty() && sessions_.on_last) sessions_.on_last();
}

void Session::start() {
  beast::error_code ignored;
  stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  read_head();
}

void Session::turn_away() {
  request_.method = Method::get;
  write(sessions_.service.complaint({Code::server_busy, "too many connections are open"}), false);
}

void Session::stop() {
  if (!waiting_) return;
  late_ = true;
  stream_.cancel();
}

void Session::read_head() {
  if (sessions_.stopping) return close();
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(sessions_.options.header_bytes));
  parser_->body_limit(sessions_.options.body_bytes);
  waiting_ = true;
  stream_.expires_never();
  expect_within(sessions_.options.head_time);
  http::async_read_header(stream_, buffer_, *parser_,
                          [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_head(error); });
}

void Session::on_head(const beast::error_code& error) {
  waiting_ = false;
  if (error == http::error::end_of_stream) return close();
  if (late_ && !parser_->got_some()) return close();  // kept open, and nothing asked
  request_.method = Method::get;
  if (error) return fail(error);
  if (!take_head(parser_->get(), request_)) {
    return complain({Code::request_malformed, "the address is not well-formed, or not UTF-8"});
  }
  Response refusal;
  // What is refused has a body that nobody reads: the connection cannot go on.
  if (sessions_.service.refuses(request_, refusal)) return write(std::move(refusal), false);
  const auto length = parser_->content_length();
  if (length && *length > sessions_.options.body_bytes) return complain(error_of(http::error::body_limit));
  if (!beast::iequals(parser_->get()[http::field::expect], "100-continue")) return read_body();
  static constexpr char kContinue[] = "HTTP/1.1 100 Continue\r\n\r\n";
  stream_.expires_after(sessions_.options.write_time);
  boost::asio::async_write(stream_, boost::asio::buffer(kContinue, sizeof kContinue - 1),
                           [self = shared_from_this()](beast::error_code failed, std::size_t) {
                             if (!failed) self->read_body();
                           });
}

void Session::expect_within(std::chrono::seconds time) {
  late_ = false;
  deadline_.expires_after(time);
  deadline_.async_wait([self = weak_from_this(), phase = ++phase_](const beast::error_code& error) {
    const auto session = self.lock();
    if (error || !session || session->phase_ != phase) return;
    session->late_ = true;
    session->stream_.cancel();
  });
}

void Session::fail(const beast::error_code& error) {
  if (late_) return complain({Code::request_too_slow, "the request took too long to arrive"});
  if (error.category() == boost::asio::error::get_system_category()) return close();  // the connection itself
  complain(error_of(error));
}

void Session::read_body() {
  stream_.expires_never();
  expect_within(sessions_.options.body_time);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_body(error); });
}

void Session::on_body(const beast::error_code& error) {
  if (error) return fail(error);
  request_.body = std::move(parser_->get().body());
  hand_over();
}

void Session::hand_over() {
  TaskQueue& lane = sessions_.service.lane(request_) == Lane::reading ? sessions_.reading : sessions_.stored;
  ++phase_;
  const bool keep = parser_->get().keep_alive();
  const bool taken = lane.push([self = shared_from_this(), keep]() mutable {
    Response response = self->sessions_.service.answer(self->request_);
    Session& session = *self;
    // The session itself goes along, so that it never ends in a thread of a lane.
    boost::asio::post(session.stream_.get_executor(),
                      [moved = std::move(self), keep, answer = std::move(response)]() mutable {
                        moved->write(std::move(answer), keep);
                      });
  });
  if (!taken) complain({Code::server_busy, "too many requests are waiting"});
}

void Session::complain(const Error& error) { write(sessions_.service.complaint(error), false); }

void Session::write(Response response, bool keep) {
  response_ = {};
  response_.version(11);
  response_.result(response.status);
  if (!response.type.empty()) response_.set(http::field::content_type, response.type);
  for (const auto& [name, value] : response.headers) response_.insert(name, value);
  response_.keep_alive(keep && !sessions_.stopping);
  const std::size_t length = response.body.size();
  if (request_.method != Method::head) response_.body() = std::move(response.body);
  if (response.status != 204 && response.status != 304) response_.content_length(length);
  ++phase_;
  stream_.expires_after(sessions_.options.write_time);
  http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code error, std::size_t) {
    if (error || !self->response_.keep_alive()) return self->close();
    self->read_head();
  });
}

void Session::close() {
  ++phase_;
  beast::error_code ignored;
  stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
  // What a refused client still sends is read away for a moment: a reset would take the answer from it.
  stream_.expires_after(std::chrono::seconds(2));
  drain();
}

void Session::drain() {
  constexpr std::size_t kAtOnce = 16384;
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kAtOnce), [self = shared_from_this()](beast::error_code error, std::size_t) {
    if (!error) self->drain();
  });
}

}  // namespace sayso::serve
