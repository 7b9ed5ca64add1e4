#include "serve/citron.h"

#include <array>
#include <cstdio>
#include <optional>
#include <string_view>

#include "record/characters.h"
#include "record/json_writer.h"
#include "record/passage.h"

namespace sayso::serve {
namespace {

/// Where the actor is first named, when the words of `source` name him otherwise.
std::optional<Span> name_of_source(const Record& record, const Statement& statement) {
  for (const Actor& actor : record.actors) {
    if (actor.id != statement.actor) continue;
    std::optional<Span> name;
    for (const ActorMention& mention : actor.mentions) {
      if (mention.form != MentionForm::name) continue;
      if (statement.source->contains(mention.span)) return std::nullopt;
      if (!name) name = mention.span;
    }
    return name;
  }
  return std::nullopt;
}

class Quotes {
 public:
  Quotes(const Record& record, std::string& out)
      : record_(record), characters_(record.document.text), json_(out, JsonWriter::Layout::line) {}

  void write() {
    json_.open('{');
    json_.key("quotes");
    json_.open('[');
    for (const Statement& statement : record_.statements) {
      if (statement.cue && statement.source && statement.inside.empty()) write(statement);
    }
    json_.close(']');
    json_.key("source");
    json_.open('{');
    json_.field("application", "sayso " + record_.engine.version);
    json_.field("model:", record_.engine.model);  // the colon is Citron's
    json_.close('}');
    json_.close('}');
  }

 private:
  void write(const Statement& statement) {
    const auto name = name_of_source(record_, statement);
    json_.open('{');
    write_list("sources", {name ? *name : *statement.source});
    write_list("coreferences", name ? std::vector{*statement.source} : std::vector<Span>());
    json_.key("cue");
    write(*statement.cue);
    write_list("contents", statement.content);
    std::array<char, 16> confidence{};
    std::snprintf(confidence.data(), confidence.size(), "%.4f", statement.confidence);
    json_.field("confidence", confidence.data());
    json_.close('}');
  }

  void write_list(std::string_view name, const std::vector<Span>& spans) {
    json_.key(name);
    json_.open('[');
    for (const Span& span : spans) write(span);
    json_.close(']');
  }

  void write(const Span& span) {
    const Span place = characters_.from_bytes(span).value_or(Span{});
    json_.open('{');
    json_.key("start");
    json_.number(place.begin);
    json_.key("end");
    json_.number(place.end);
    json_.key("text");
    json_.text(words_of(record_.document.text, span));
    json_.close('}');
  }

  const Record& record_;
  Characters characters_;
  JsonWriter json_;
};

}  // namespace

std::string to_citron_json(const Record& record) {
  std::string out;
  Quotes(record, out).write();
  return out;
}

}  // namespace sayso::serve
