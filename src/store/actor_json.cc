#include "store/actor_json.h"

#include "record/enum_names.h"
#include "record/json_writer.h"

namespace sayso::store {

std::string to_json(const std::vector<StoredActor>& actors) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('[');
  for (const StoredActor& actor : actors) {
    json.open('{');
    json.key("key");
    json.number(static_cast<std::size_t>(actor.key));
    json.field("name", actor.name);
    json.field("kind", name_of(actor.kind));
    json.field("country", actor.country);
    json.field("wikidata", actor.wikidata);
    json.key("named");
    json.raw(actor.named ? "true" : "false");
    json.key("statements");
    json.number(static_cast<std::size_t>(actor.statements));
    json.key("entries");
    json.number(static_cast<std::size_t>(actor.entries));
    json.field("first", actor.first_day);
    json.field("last", actor.last_day);
    json.key("names");
    json.open_short('[');
    for (const std::string& name : actor.names) json.text(name);
    json.close(']');
    json.close('}');
  }
  json.close(']');
  return out + "\n";
}

}  // namespace sayso::store
