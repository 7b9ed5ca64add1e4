#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "export/ledger.h"
#include "export/statements.h"

namespace sayso::exporter {

/// A sentence in an article's own words.
struct PassageRow {
  Origin document;
  Span span;
  std::string words;
  std::optional<Stage> stage;  ///< what has come of a matter by it
};

/// A statement, an entry of the ledger or a sentence.
using LinkSide = std::variant<StatementRow, LedgerRow, PassageRow>;

/// Two of them that go together, the later one first.
struct LinkRow {
  std::string kind;
  LinkSide later, earlier;
  double confidence = 0;
};

/// Both sides in one line, the names of their cells with `later_` and `earlier_` before them: published, who, what,
/// mode, act, stage, begin, end, title, outlet, uri, document, id.
[[nodiscard]] std::string to_csv(const std::vector<LinkRow>& rows);

/// A list of objects: `kind`, `confidence`, and `later` and `earlier` as statements or entries are
/// listed; of a sentence `document`, `passage` and `stage`.
[[nodiscard]] std::string to_json(const std::vector<LinkRow>& rows);

}  // namespace sayso::exporter
