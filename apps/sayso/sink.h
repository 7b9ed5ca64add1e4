#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "page.h"
#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso::cli {

enum class Format { text, json, jsonl, brat };

/// Where records go, one after the other, in order.
class Sink {
 public:
  virtual ~Sink() = default;
  /// Whether a document is to be read at all; asked by several threads at once. Where not, pass_over() takes its turn.
  [[nodiscard]] virtual bool wants(const Document& /*document*/) { return true; }
  virtual void pass_over() {}
  /// What can be done beforehand, by several threads at once: a record as the text that will be written.
  [[nodiscard]] virtual std::string render(const Record& record) const = 0;
  /// `text` is render(record).
  virtual void add(const Record& record, std::string_view text) = 0;
  virtual void flush() = 0;
  /// The end of the output: call once, after the last record.
  virtual void finish() = 0;
  [[nodiscard]] virtual const std::optional<Error>& error() const = 0;
  [[nodiscard]] virtual bool pipe_closed() const { return false; }
};

/// `path`: a file, or empty for standard output; for brat, a folder, made when it is not there. Error: write_failed.
[[nodiscard]] Result<std::unique_ptr<Sink>> open_sink(Format format, const std::string& path, const PageLayout& layout);

}  // namespace sayso::cli
