#include "export/answers.h"

#include "record/passage.h"

namespace sayso::exporter {

StatementRow statement_row(const Hit& hit) { return statement_row(*hit.record, hit.record->statements[hit.index]); }

LedgerRow ledger_row(const Hit& hit, const std::optional<std::chrono::sys_days>& today) {
  LedgerRow row = ledger_row(*hit.record, hit.record->ledger[hit.index]);
  row.latest = hit.latest;
  row.overdue = today && row.due && row.due->last < *today && is_open(hit);
  return row;
}

LinkRow link_row(const Link& link) {
  const auto side = [&link](const Hit& hit) -> LinkSide {
    if (link.entries) return ledger_row(hit, std::nullopt);
    return statement_row(hit);
  };
  LinkRow row{std::string(name_of(link.kind)), {}, side(link.earlier), link.confidence};
  if (link.passage) {
    const Document& document = link.later.record->document;
    row.later =
        PassageRow{origin_of(document), *link.passage, std::string(words_of(document.text, *link.passage)), link.stage};
  } else {
    row.later = side(link.later);
  }
  return row;
}

}  // namespace sayso::exporter
