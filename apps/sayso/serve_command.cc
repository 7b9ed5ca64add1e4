#include "serve_command.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "complain.h"
#include "exit_code.h"
#include "read_documents.h"
#include "serve/assets.h"
#include "serve/brat_route.h"
#include "serve/listener.h"
#include "serve/read_routes.h"
#include "serve/router.h"
#include "serve/store_routes.h"
#include "store_path.h"

namespace sayso::cli {
namespace {

bool is_loopback(const std::string& address) { return address == "127.0.0.1" || address == "::1"; }

/// ADDR:PORT, [ADDR]:PORT or ADDR. False for a port that is none.
bool take_place(const std::string& place, serve::ListenOptions& listen) {
  const std::size_t colon = place.rfind(':');
  const bool bare_v6 =
      colon != std::string::npos && place.find(':') != colon && !place.ends_with(']') && place[0] != '[';
  std::string address = place;
  if (colon != std::string::npos && !bare_v6 && place.find(']', colon) == std::string::npos) {
    address = place.substr(0, colon);
    const std::string port = place.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos) return false;
    const int number = std::stoi(port);
    if (number > 65535) return false;
    listen.port = static_cast<std::uint16_t>(number);
  }
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  if (address == "localhost") address = "127.0.0.1";
  listen.address = address;
  return !address.empty();
}

/// Signals that end the program politely. They are blocked in the calling thread and those that it starts.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

std::string url_of(const serve::Listener& listener, const std::string& address) {
  const std::string host = address.find(':') == std::string::npos ? address : "[" + address + "]";
  return "http://" + host + ":" + std::to_string(listener.port()) + "/";
}

int serve_until_stopped(serve::Listener& listener, const sigset_t& signals) {
  std::thread waiter([&listener, signals] {  // outlives this frame: the second signal is its own
    int signal = 0;
    sigwait(&signals, &signal);
    listener.stop();
    sigwait(&signals, &signal);  // the first was not enough
    std::_Exit(128 + signal);
  });
  waiter.detach();
  listener.run();
  return kAllGood;
}

}  // namespace

int run_serve(const ServeOptions& options) {
  serve::ListenOptions listen;
  listen.port = options.port;
  if (!options.listen.empty() && !take_place(options.listen, listen))
    return wrong_use("--listen wants ADDRESS:PORT", "serve");
  const char* from_environment = std::getenv("SAYSO_TOKEN");
  const std::string token = !options.token.empty() ? options.token : from_environment ? from_environment : "";
  const bool loopback = is_loopback(listen.address);
  if (!loopback && token.empty())
    return wrong_use("--listen at an address that others reach needs --token or SAYSO_TOKEN", "serve");
  listen.threads = options.reading.threads > 0 ? options.reading.threads : available_threads();

  const sigset_t signals = block_signals();
  const auto reader = open_reader(options.reading);
  if (!reader) return kNoModel;
  std::vector<Store> stores;  // each thread that answers from the database may have a connection
  for (std::size_t i = 0; !options.database.empty() && i < listen.threads; ++i) {
    auto store = open_store(options.database, Store::Access::read);
    if (!store) return kNoOutput;
    stores.push_back(std::move(*store));
  }
  std::vector<serve::Route> routes = serve::asset_routes();
  for (serve::Route& route : serve::store_routes(stores)) routes.push_back(std::move(route));
  const std::string database = options.database.empty() ? "" : store_path(options.database);
  for (serve::Route& route : serve::verdict_routes(database)) routes.push_back(std::move(route));
  for (serve::Route& route : serve::read_routes(*reader)) routes.push_back(std::move(route));
  routes.push_back(serve::brat_route());
  auto listener = serve::Listener::open(listen, serve::service_of(std::move(routes), {loopback, token}));
  if (!listener.ok()) {
    complain(listener.error());
    return kNoOutput;
  }
  std::printf("%s\n", url_of(*listener, listen.address).c_str());
  std::fflush(stdout);
  return serve_until_stopped(*listener, signals);
}

}  // namespace sayso::cli
