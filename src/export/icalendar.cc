#include "export/icalendar.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/dates.h"
#include "record/enum_names.h"
#include "text/spaces.h"
#include "text/utf8.h"

namespace sayso::exporter {
namespace {

/// Writes lines of one event.
class Event {
 public:
  Event(std::string& out, const Origin& document, std::string_view local_id) : out_(out), document_(document) {
    append_folded(out_, "BEGIN:VEVENT");
    append_folded(out_, "UID:" + escaped_text(global_id(document, local_id)));
    const std::string published = valid_date(document.published) ? document.published : "1970-01-01";
    append_folded(out_, "DTSTAMP:" + basic(published) + "T000000Z");
  }

  void days(const Days& days) {
    append_folded(out_, "DTSTART;VALUE=DATE:" + basic(iso_day(days.first)));
    const std::string after = basic(iso_day(days.last + std::chrono::days(1)));
    constexpr std::size_t kDigits = 8;  // the day after 9999 cannot be written
    if (after.size() == kDigits) append_folded(out_, "DTEND;VALUE=DATE:" + after);
  }

  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) append_folded(out_, std::string(name) + ":" + escaped_text(value));
  }

  /// The sentence, `details`, a line each after its line feed, and the document.
  void finish(const std::string& sentence, std::string_view details) {
    std::string description = text::single_spaced(sentence);
    if (!details.empty()) (description += "\n") += details;
    description += "\n";
    for (const std::string* part : {&document_.title, &document_.outlet, &document_.published, &document_.uri}) {
      if (!part->empty()) (description += "\n") += text::single_spaced(*part);
    }
    text("DESCRIPTION", description);
    if (document_.uri.starts_with("https://") || document_.uri.starts_with("http://")) {
      append_folded(out_, "URL:" + encoded(document_.uri));
    }
    append_folded(out_, "TRANSP:TRANSPARENT");  // nobody is busy for it
    append_folded(out_, "END:VEVENT");
  }

 private:
  /// 20241102 of 2024-11-02.
  static std::string basic(std::string day) {
    std::erase(day, '-');
    return day;
  }

  /// A URI with what RFC 3986 does not allow in one percent-encoded.
  static std::string encoded(std::string_view uri) {
    constexpr std::string_view kHex = "0123456789ABCDEF", kForbidden = " \"<>\\^`{|}";
    std::string out;
    for (const char c : uri) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte > 0x20 && byte < 0x7F && kForbidden.find(c) == std::string_view::npos) {
        out += c;
      } else {
        ((out += '%') += kHex[byte >> 4]) += kHex[byte & 15];
      }
    }
    return out;
  }

  std::string& out_;
  const Origin& document_;
};

void append_detail(std::string& out, std::string_view label, std::string_view value) {
  if (!value.empty()) (((out += "\n") += label) += ": ") += text::single_spaced(value);
}

void append_deadline(std::string& out, const LedgerRow& row) {
  const std::string act(name_of(row.entry.act));
  Event event(out, row.document, row.entry.id);
  event.days(*row.due);
  const std::string stage(row.entry.stage ? name_of(*row.entry.stage) : "");
  event.text("SUMMARY", text::single_spaced((row.actor.empty() ? "" : row.actor + ": ") + row.action) + " (" + act +
                            (stage.empty() ? "" : ", " + stage) + ")");
  event.text("CATEGORIES", act);
  std::string details;
  append_detail(details, "Deadline", row.deadline_words);
  append_detail(details, "To", row.to);
  append_detail(details, "For", row.beneficiary);
  append_detail(details, "Condition", row.condition);
  append_detail(details, "Amount", joined(row.amounts));
  append_detail(details, "Outcome", row.outcome);
  append_detail(details, "Said by", row.speaker);
  event.finish(row.sentence, details);
}

std::string_view status_of(MeetingStatus status) {
  switch (status) {
    case MeetingStatus::held:
      return "CONFIRMED";
    case MeetingStatus::expected:
    case MeetingStatus::postponed:
      return "TENTATIVE";
    case MeetingStatus::cancelled:
      break;
  }
  return "CANCELLED";
}

void append_meeting(std::string& out, const MeetingRow& row) {
  Event event(out, row.document, row.meeting.id);
  event.days(*row.due);
  const std::string participants = joined(row.participants), status(name_of(row.meeting.status));
  event.text("SUMMARY",
             text::single_spaced(row.name) + (participants.empty() ? "" : ": " + participants) + " (" + status + ")");
  event.text("CATEGORIES", "meeting");
  event.text("STATUS", status_of(row.meeting.status));
  std::string details;
  append_detail(details, "Time", row.time_words);
  append_detail(details, "Topics", joined(row.topics));
  event.finish(row.sentence, details);
}

}  // namespace

void append_folded(std::string& out, std::string_view line) {
  constexpr std::size_t kLongest = 75;  // bytes, without the line end (RFC 5545, 3.1)
  std::size_t room = kLongest;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 1 && !text::is_boundary(line, end)) --end;
    (out += line.substr(0, end)) += "\r\n ";
    line.remove_prefix(end);
    room = kLongest - 1;  // the space counts
  }
  (out += line) += "\r\n";
}

std::string escaped_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

std::string to_icalendar(const std::vector<LedgerRow>& entries, const std::vector<MeetingRow>& meetings) {
  std::string out;
  for (const std::string_view line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sayso//Sayso//EN",
                                      "CALSCALE:GREGORIAN", "X-WR-CALNAME:Sayso: deadlines and meetings"}) {
    append_folded(out, line);
  }
  std::unordered_set<std::string> written;  // UIDs: a text that was read twice gives its events once
  for (const LedgerRow& row : entries) {
    if (row.due && written.insert(global_id(row.document, row.entry.id)).second) append_deadline(out, row);
  }
  for (const MeetingRow& row : meetings) {
    if (row.due && written.insert(global_id(row.document, row.meeting.id)).second) append_meeting(out, row);
  }
  append_folded(out, "END:VCALENDAR");
  return out;
}

}  // namespace sayso::exporter
