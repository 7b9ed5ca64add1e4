#include "store/verdicts.h"

#include <charconv>
#include <cstdint>
#include <string_view>

#include "record/enum_names.h"

namespace sayso::store {
namespace {

/// "0-7 12-20"
std::string written(const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans) {
    out += (out.empty() ? "" : " ") + std::to_string(span.begin) + "-" + std::to_string(span.end);
  }
  return out;
}

/// The inverse. What is no span is passed over.
std::vector<Span> read(std::string_view text) {
  std::vector<Span> spans;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    Span span;
    const auto begin = std::from_chars(at, end, span.begin);
    if (begin.ec != std::errc{} || begin.ptr == end || *begin.ptr != '-') break;
    const auto last = std::from_chars(begin.ptr + 1, end, span.end);
    if (last.ec != std::errc{}) break;
    spans.push_back(span);
    at = last.ptr == end ? end : last.ptr + 1;
  }
  return spans;
}

std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }

}  // namespace

Status enter_verdict(Database& database, const std::string& document, const Verdict& verdict) {
  const auto insert = database.prepared(
      "INSERT OR REPLACE INTO verdict(document, begin, end, judgement, source, cue, content) "
      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  if (!insert.ok()) return insert.error();
  const std::string source = written(verdict.source), cue = written(verdict.cue), content = written(verdict.content);
  return (*insert)
      ->with(std::string_view(document), number(verdict.statement.begin), number(verdict.statement.end),
             name_of(verdict.judgement), std::string_view(source), std::string_view(cue), std::string_view(content))
      .run();
}

Result<std::vector<Verdict>> verdicts_of(Database& database, const std::string& document) {
  const auto query = database.prepared(
      "SELECT begin, end, judgement, source, cue, content FROM verdict WHERE document = ?1 ORDER BY begin, end");
  if (!query.ok()) return query.error();
  std::vector<Verdict> verdicts;
  (*query)->with(std::string_view(document));
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    Verdict& verdict = verdicts.emplace_back();
    verdict.statement = {static_cast<std::size_t>((*query)->integer(0)),
                         static_cast<std::size_t>((*query)->integer(1))};
    verdict.judgement = value_named<Judgement>((*query)->text(2)).value_or(Judgement::accepted);
    verdict.source = read((*query)->text(3));
    verdict.cue = read((*query)->text(4));
    verdict.content = read((*query)->text(5));
  }
  (*query)->reset();
  return verdicts;
}

Result<std::vector<std::string>> judged_documents(Database& database) {
  const auto query = database.prepared("SELECT DISTINCT document FROM verdict ORDER BY document");
  if (!query.ok()) return query.error();
  std::vector<std::string> ids;
  (*query)->with();
  for (;;) {
    const auto row = (*query)->step();
    if (!row.ok()) return row.error();
    if (!*row) break;
    ids.push_back((*query)->text(0));
  }
  (*query)->reset();
  return ids;
}

}  // namespace sayso::store
