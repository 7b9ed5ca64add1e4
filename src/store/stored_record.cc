#include "store/stored_record.h"

#include "record/passage.h"
#include "store/compression.h"

namespace sayso::store {

Result<Record> stored_record(std::string_view packed, const std::string& path) {
  const Error damaged{Code::store_damaged, "a stored record is damaged", path};
  const auto json = uncompressed(packed);
  if (!json.ok()) return damaged;
  auto record = from_json(*json);
  if (!record.ok()) return damaged;
  return record;
}

std::string content_of(const Record& record, const Statement& statement) {
  std::string out;
  for (const Span& span : statement.content) {
    out += out.empty() ? "" : " ";
    out += words_of(record.document.text, span);
  }
  return out;
}

}  // namespace sayso::store
