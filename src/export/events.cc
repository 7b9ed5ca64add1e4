#include "export/events.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include "record/enum_names.h"
#include "record/json_writer.h"
#include "record/passage.h"

namespace sayso::exporter {
namespace {

std::string name_of_actor(const Record& record, const std::string& id) {
  const auto at = std::find_if(record.actors.begin(), record.actors.end(), [&](const Actor& a) { return a.id == id; });
  return at == record.actors.end() ? std::string() : at->name;
}

/// A field of a tab-separated line.
std::string without_tabs(std::string_view value) {
  std::string out(value);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return out;
}

std::string digits_only(std::string_view day) {
  std::string out(day);
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return out;
}

/// "---" is nobody; PETRARCH writes no event of nobody.
bool is_coded(const Party& party) { return !party.code.empty() && party.code != "---"; }

void entities(JsonWriter& json, std::string_view key, const std::vector<Party>& parties, const Record& record) {
  json.key(key);
  json.open('[');
  for (const Party& party : parties) {
    json.open_short('{');
    if (is_coded(party)) {
      json.field("code", party.code.substr(0, 3));
      json.field("sector", party.code.size() > 3 ? party.code.substr(3) : "");
    }
    json.field("entity_text", words_of(record.document.text, party.span));
    json.field("identifier_text", name_of_actor(record, party.actor));
    json.close('}');
  }
  json.close(']');
}

void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key);
  json.open_short('[');
  for (const std::string& value : values) {
    if (!value.empty()) json.text(value);
  }
  json.close(']');
}

std::string quoted(std::string_view value) {
  if (value.find_first_of(",\"\n\r") == std::string_view::npos) return std::string(value);
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string names(const Record& record, const std::vector<Party>& parties, bool codes) {
  std::string out;
  for (const Party& party : parties) {
    std::string name = codes ? party.code : name_of_actor(record, party.actor);
    if (!codes && name.empty()) name = words_of(record.document.text, party.span);
    if (!out.empty()) out += "; ";
    out += name;
  }
  return out;
}

}  // namespace

std::string to_petrarch(const Record& record) {
  std::string out;
  std::set<std::string> written;
  const auto write = [&](const Party& source, const Party& target, const std::string& code, const std::string& id) {
    if (code.empty() || source.code == target.code || !is_coded(source) || !is_coded(target)) return;
    const std::string dyad = source.code + "\t" + target.code + "\t" + code;
    if (!written.insert(dyad).second) return;
    out += digits_only(record.document.published) + "\t" + dyad + "\t\t" + without_tabs(record.document.uri) + "#" +
           id + "\t" + without_tabs(record.document.outlet) + "\n";
  };
  for (const Event& event : record.events) {
    for (const Party& actor : event.actors) {
      for (const Party& recipient : event.recipients) {
        write(actor, recipient, event.cameo, event.id);
        write(recipient, actor, event.reverse, event.id);
      }
    }
  }
  return out;
}

std::string to_plover(const Record& record) {
  std::string out;
  for (const Event& event : record.events) {
    if (event.type.empty()) continue;
    JsonWriter json(out, JsonWriter::Layout::line);
    json.open('{');
    json.field("id", record.document.id + "#" + event.id);
    json.field("date", record.document.published);
    for (const char* key : {"actor", "source"}) entities(json, key, event.actors, record);
    for (const char* key : {"recipient", "target"}) entities(json, key, event.recipients, record);
    texts(json, "event", {event.type});
    texts(json, "mode", {event.mode});
    texts(json, "context", event.contexts);
    texts(json, "event_text", {std::string(words_of(record.document.text, event.span))});
    if (event.place) {
      json.key("event_loc");
      json.open_short('{');
      json.field("extracted_place", words_of(record.document.text, *event.place));
      json.close('}');
    }
    json.key("cite_info");
    json.open_short('{');
    json.field("url", record.document.uri);
    json.field("title", record.document.title);
    json.field("publication", record.document.outlet);
    json.close('}');
    json.field("coder", "sayso " + record.engine.version);
    json.field("comment", "CAMEO " + event.cameo + ", " + std::string(name_of(event.realis)));
    json.close('}');
    out += '\n';
  }
  return out;
}

std::string event_csv_header() {
  return "document,event,date,type,mode,context,cameo,reverse,actor,actor_code,recipient,recipient_code,realis,"
         "statement,text,begin,end,rule,confidence\r\n";
}

std::string to_event_csv(const Record& record) {
  std::string out;
  for (const Event& event : record.events) {
    std::string contexts;
    for (const std::string& context : event.contexts) contexts += (contexts.empty() ? "" : "; ") + context;
    const auto percent = static_cast<int>(std::lround(event.confidence * 100));
    const std::vector<std::string> row{
        record.document.uri,
        event.id,
        record.document.published,
        event.type,
        event.mode,
        contexts,
        event.cameo,
        event.reverse,
        names(record, event.actors, false),
        names(record, event.actors, true),
        names(record, event.recipients, false),
        names(record, event.recipients, true),
        std::string(name_of(event.realis)),
        event.statement,
        std::string(words_of(record.document.text, event.span)),
        std::to_string(event.span.begin),
        std::to_string(event.span.end),
        event.rule,
        "0." + std::string(percent < 10 ? "0" : "") + std::to_string(std::min(percent, 99)),
    };
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + quoted(row[i]);
    out += "\r\n";
  }
  return out;
}

}  // namespace sayso::exporter
