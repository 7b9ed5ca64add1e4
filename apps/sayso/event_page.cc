#include "event_page.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "record/enum_names.h"
#include "record/passage.h"
#include "table.h"
#include "text/sentences.h"

namespace sayso::cli {
namespace {

const Actor* find_actor(const Record& record, const std::string& id) {
  const auto at = std::find_if(record.actors.begin(), record.actors.end(), [&](const Actor& a) { return a.id == id; });
  return at == record.actors.end() ? nullptr : &*at;
}

std::string name(const Record& record, const Party& party) {
  const Actor* actor = find_actor(record, party.actor);
  return actor != nullptr ? actor->name : std::string(words_of(record.document.text, party.span));
}

std::string names(const Record& record, const std::vector<Party>& parties) {
  std::string out;
  for (const Party& party : parties) {
    if (!out.empty()) out += ", ";
    out += name(record, party);
    if (!party.code.empty()) out += " (" + party.code + ")";
  }
  return out.empty() ? "-" : out;
}

std::string type(const Event& event) {
  std::string out = event.type.empty() ? event.cameo : event.type;
  if (!event.mode.empty()) out += "/" + event.mode;
  return out;
}

std::string time_of(const Record& record, const Event& event) {
  const auto at =
      std::find_if(record.times.begin(), record.times.end(), [&](const Time& time) { return time.id == event.time; });
  return at == record.times.end() ? std::string() : at->value;
}

std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return out;
}

void explain_side(const Record& record, std::string_view side, const std::vector<Party>& parties, std::string& out) {
  if (parties.empty()) out += std::string("  ") + std::string(side) + "  nobody is named\n";
  for (const Party& party : parties) {
    out += "  " + std::string(side) + "  " + (party.code.empty() ? "no code" : party.code) + "  \u201c" +
           on_one_line(words_of(record.document.text, party.span)) + "\u201d";
    if (const Actor* actor = find_actor(record, party.actor)) out += " is " + actor->name + " [" + actor->id + "]";
    if (!party.origin.empty()) out += "; " + party.origin;
    out += '\n';
  }
}

}  // namespace

std::string event_table(const Record& record, const PageLayout& layout) {
  if (record.events.empty()) return {};
  Table table({{"type", 20}, {"who", 30}, {"to whom", 30}, {"when", 12}, {"realis", 12}, {"words"}});
  const auto cell = [](const std::string& text, Style style = Style::plain) {
    Paragraph paragraph;
    paragraph.add(text, style);
    return paragraph;
  };
  for (const Event& event : record.events) {
    table.add({cell(type(event), Style::title), cell(names(record, event.actors), Style::speaker),
               cell(names(record, event.recipients), Style::speaker), cell(time_of(record, event)),
               cell(std::string(name_of(event.realis)), Style::faint),
               cell(std::string(words_of(record.document.text, event.span)), Style::cue)});
  }
  return cell(record.document.uri, Style::title).lines(layout.width, 0, layout.colour) + table.lines(layout) + "\n";
}

std::string explanation(const Record& record) {
  std::string out = record.document.uri + "\n";
  if (record.events.empty()) out += "  no event\n";
  const auto sentences = text::sentences(record.document.text);
  for (const Event& event : record.events) {
    const auto around = std::find_if(sentences.begin(), sentences.end(),
                                     [&](const Span& sentence) { return sentence.contains(event.span); });
    out += "\n" + event.id + "  " + type(event) + (event.type.empty() ? "" : "  CAMEO " + event.cameo) + "  " +
           std::string(name_of(event.realis)) + "\n  words  \u201c" +
           on_one_line(words_of(record.document.text, event.span)) + "\u201d";
    if (around != sentences.end()) out += " in: " + on_one_line(around->of(record.document.text));
    out += "\n  rule   " + event.rule + "\n";
    explain_side(record, "from ", event.actors, out);
    explain_side(record, "to   ", event.recipients, out);
    if (const std::string time = time_of(record, event); !time.empty()) out += "  when   " + time + "\n";
    if (event.place) out += "  where  " + on_one_line(words_of(record.document.text, *event.place)) + "\n";
    if (!event.statement.empty()) out += "  told in statement " + event.statement + "\n";
  }
  return out;
}

}  // namespace sayso::cli
