#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ingest/bytes.h"
#include "ingest/notes.h"
#include "sayso/document.h"

namespace sayso::ingest {

/// The articles of a WARC file (ISO 28500:2017), one after the other, such as Common Crawl's CC-NEWS: pages that were
/// answered with 200 as text/html or text/plain, resources and conversions of these types. Others are passed over.
/// Holds one record at a time.
class WarcReader {
 public:
  /// `begun` holds what was already read of it.
  WarcReader(std::unique_ptr<Bytes> bytes, std::string name, Defaults defaults, std::string begun = {});

  /// The next article, or what is wrong with a record, with the byte of the file where it begins; the records behind it
  /// are read all the same. Nothing at the end.
  std::optional<Result<Document>> next();

  [[nodiscard]] std::uint64_t taken() const { return bytes_->taken(); }

 private:
  struct Head;
  bool refill();
  bool line(std::string& line);
  bool find_record();
  [[nodiscard]] Error at_record(Code code, const std::string& message) const;
  std::optional<Result<Document>> record();
  std::optional<Result<Document>> page(const Head& head, std::string content) const;

  std::unique_ptr<Bytes> bytes_;
  std::string name_;
  Defaults defaults_;
  std::string buffer_;  ///< [begin_, size) is still to be taken
  std::size_t begin_ = 0;
  std::uint64_t base_ = 0;        ///< where the buffer begins in what was compressed
  std::uint64_t start_ = 0;       ///< of the record in the file
  std::optional<Error> failure_;  ///< of the bytes, still to be told
  bool at_end_ = false;
};

}  // namespace sayso::ingest
