#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/store.h"
#include "sink.h"

namespace sayso::cli {

/// Puts records into a database, and makes them permanent some at a time.
class StoreSink final : public Sink {
 public:
  StoreSink(Store& store, Store::Again again) : store_(store), again_(again) {}

  [[nodiscard]] bool wants(const Document& document) override;
  [[nodiscard]] std::string render(const Record& record) const override { return Store::pack(record); }
  void add(const Record& record, std::string_view text) override;
  void pass_over() override { ++known_; }
  void flush() override;
  void finish() override { commit(); }
  [[nodiscard]] const std::optional<Error>& error() const override { return error_; }

  [[nodiscard]] std::size_t added() const { return added_; }
  /// Documents that were there already.
  [[nodiscard]] std::size_t known() const { return known_; }

 private:
  using Clock = std::chrono::steady_clock;
  void commit();

  Store& store_;
  Store::Again again_;
  std::size_t added_ = 0, known_ = 0, open_ = 0;  ///< `open_`: added since the last commit
  Clock::time_point committed_ = Clock::now();
  std::optional<Error> error_;
};

}  // namespace sayso::cli
