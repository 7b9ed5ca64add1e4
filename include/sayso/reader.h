#pragma once
#include <cstddef>
#include <memory>
#include <string>

#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso {

/// Reads articles with one model.
///
///   auto reader = sayso::Reader::open("models/sayso.sayso");
///   if (!reader.ok()) return complain(reader.error());
///   sayso::Record record = reader->read(document);
///
/// After `open` all methods are const and safe to call from several threads at once. Nothing is printed, nothing
/// throws, and the same document gives the same record on any CPU and with any number of threads.
class Reader {
 public:
  /// Maps the weight file. Errors: model_* and kernel_* codes.
  [[nodiscard]] static Result<Reader> open(const std::string& model_path);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Reads one document. `threads` (at least 1) spreads its windows over that many threads.
  [[nodiscard]] Record read(Document document, std::size_t threads = 1) const;

 private:
  struct State;
  explicit Reader(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace sayso
