#include "store_sink.h"

namespace sayso::cli {
namespace {

// What a killed run loses at most. A larger batch makes the index's pieces larger, and so fewer to merge.
constexpr std::size_t kBatch = 500;  // documents
constexpr std::chrono::seconds kLongest{2};

}  // namespace

bool StoreSink::wants(const Document& document) {
  if (again_ == Store::Again::replace) return true;
  const auto known = store_.contains(document);
  return !known.ok() || !*known;  // an error shows when it is added
}

void StoreSink::add(const Record& record, std::string_view text) {
  if (error_) return;
  const auto taken = store_.add(record, text, again_);
  if (!taken.ok()) {
    error_ = taken.error();
    return;
  }
  ++(*taken ? added_ : known_);
  ++open_;
  if (open_ >= kBatch) commit();
  flush();
}

void StoreSink::flush() {
  if (open_ > 0 && Clock::now() - committed_ >= kLongest) commit();
}

void StoreSink::commit() {
  if (error_) return;
  if (const auto status = store_.commit(); !status.ok()) error_ = status.error();
  open_ = 0;
  committed_ = Clock::now();
}

}  // namespace sayso::cli
