#pragma once
#include <string>

#include "sayso/record.h"

namespace sayso::exporter {

/// Lines of PETRARCH's event files, one for each pair of a coded actor and recipient, and of the reverse code where
/// there is one: day (YYYYMMDD), source, target, code, issues (none), the document's uri and the event's id, outlet;
/// parted by tabs. Pairs of the same codes are written once.
[[nodiscard]] std::string to_petrarch(const Record& record);

/// Lines of PLOVER's JSON, one for each event that has a type: the fields of 2021 (`actor`, `recipient`) and those of
/// 2016 (`source`, `target`) side by side; `event`, `mode`, `context` are lists.
[[nodiscard]] std::string to_plover(const Record& record);

/// Comma-separated values (RFC 4180), one row for each event, without the header; several parties are parted by "; ".
[[nodiscard]] std::string to_event_csv(const Record& record);
/// Their header, with its line end.
[[nodiscard]] std::string event_csv_header();

}  // namespace sayso::exporter
