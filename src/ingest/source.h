#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/format.h"
#include "ingest/line_reader.h"
#include "ingest/notes.h"
#include "ingest/warc.h"
#include "sayso/document.h"
#include "sayso/result.h"

namespace sayso::ingest {

/// Something to read: a file, standard input (`-`), or what kept us from finding any.
struct Input {
  std::string path;
  std::uint64_t bytes = 0;          ///< 0 where it cannot be known: standard input, pipes
  Format format = Format::unknown;  ///< unknown: the content decides
  std::optional<Error> error;
};

/// What the paths stand for, in their order. A folder stands for its .txt .text .md .html .htm .jsonl .ndjson .xml
/// .warc files, also compressed as .gz or .zst, and those of the folders below it, sorted by their paths; names with a
/// leading dot are passed over, and so is what lies at or in `output`, where the caller writes to. Only looks files up,
/// reads none. A path that leads nowhere, or a folder without such a file, is an Input with an Error.
[[nodiscard]] std::vector<Input> list_inputs(const std::vector<std::string>& paths, const std::string& output = {});

/// Reads documents one after the other, each only when it is asked for:
///
///   ingest::Source source({"news/", "-"}, {.date = "2024-11-02", .outlet = ""});
///   while (auto document = source.next()) {
///     if (document->ok()) ...  // a bad file or line is an Error and does not stop the rest
///   }
///
/// JSON Lines and WARC files stream through, so memory does not grow with their file; other files are read whole (at
/// most 2 GiB of plain text, kMaxHtmlBytes of HTML, 256 MiB for a line of JSON Lines and for XML). Calls of next() must
/// not overlap; bytes_read() may be called at any time from any thread.
class Source {
 public:
  /// `defaults.date`, when given, must be a valid_date(). `output` as in list_inputs().
  Source(const std::vector<std::string>& paths, Defaults defaults, const std::string& output = {});
  ~Source();

  [[nodiscard]] const std::vector<Input>& inputs() const { return inputs_; }
  /// Of all inputs whose size is known.
  [[nodiscard]] std::uint64_t total_bytes() const;
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

  /// The next document or what is wrong with it; nothing at the end.
  std::optional<Result<Document>> next();

 private:
  std::optional<Result<Document>> start(const Input& input);
  std::optional<Result<Document>> next_line();

  std::vector<Input> inputs_;
  std::size_t next_ = 0;
  Defaults defaults_;
  std::vector<Document> sentences_;    // of the last XML file, from the last one to the next
  std::unique_ptr<LineReader> lines_;  // of inputs_[next_ - 1], when that is JSON Lines
  std::unique_ptr<WarcReader> warc_;   // of it, when that is a WARC file
  std::uint64_t taken_before_ = 0;     // of the inputs before it
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

}  // namespace sayso::ingest
