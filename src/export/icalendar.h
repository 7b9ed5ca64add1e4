#pragma once
#include <string>
#include <vector>

#include "export/ledger.h"

namespace sayso::exporter {

/// Deadlines and meetings as a calendar file by RFC 5545. Each one of known days becomes an event of whole days, since
/// Google Calendar and others pass tasks (VTODO) over; a month or another period is one event from its first to its
/// last day. An event's UID is the fact's global id and its DTSTAMP the day of publication (1970-01-01 where that is
/// not known), so the same rows give the same bytes, and a calendar that is loaded again replaces its events; a text
/// that was read twice has its events once. Postponed meetings are tentative, cancelled ones cancelled. Where nothing
/// has a day, the calendar is empty.
[[nodiscard]] std::string to_icalendar(const std::vector<LedgerRow>& entries, const std::vector<MeetingRow>& meetings);

/// Appends `line` as content line: folded after 75 bytes at most, never within a character, with CRLF at its end.
void append_folded(std::string& out, std::string_view line);

/// A TEXT value: `\`, `;`, `,` and line feeds escaped; other control characters are left out.
[[nodiscard]] std::string escaped_text(std::string_view text);

}  // namespace sayso::exporter
