#include "evaluate/predictions.h"

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "record/characters.h"
#include "record/names.h"

namespace sayso::evaluate {
namespace {

using Json = nlohmann::json;

std::string_view without_line_ends(std::string_view text) { return text.substr(0, text.find_last_not_of("\r\n") + 1); }

Error wrong(std::string what) { return Error{Code::invalid_json, std::move(what)}; }

/// The value of a key, or null when there is none.
const Json* member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// Appends the span of `{"span": [begin, end]}`; a part without a span adds nothing.
Status append_span(const Json& part, const Characters& characters, const std::string& where, std::vector<Span>& spans) {
  if (!part.is_object()) return wrong(where + ": an object belongs here");
  const Json* span = member(part, "span");
  if (span == nullptr) return Done{};
  const bool pair =
      span->is_array() && span->size() == 2 && (*span)[0].is_number_unsigned() && (*span)[1].is_number_unsigned();
  if (!pair || (*span)[0] > (*span)[1]) return wrong(where + ".span is not [begin, end)");
  const Span bytes{(*span)[0].get<std::size_t>(), (*span)[1].get<std::size_t>()};
  if (!characters.from_bytes(bytes))
    return wrong(where + ".span is outside the text or begins or ends inside a character");
  spans.push_back(bytes);
  return Done{};
}

Result<Attribution> attribution(const Json& statement, const Characters& characters, const std::string& where) {
  if (!statement.is_object()) return wrong(where + ": an object belongs here");
  Attribution out;
  const std::pair<const char*, std::vector<Span>*> singles[] = {{"source", &out.source}, {"cue", &out.cue}};
  for (const auto& [role, spans] : singles) {
    const Json* part = member(statement, role);
    if (part == nullptr) continue;
    if (auto done = append_span(*part, characters, where + "." + role, *spans); !done.ok()) return done.error();
  }
  if (const Json* content = member(statement, "content"); content != nullptr) {
    if (!content->is_array()) return wrong(where + ".content: a list belongs here");
    for (std::size_t i = 0; i < content->size(); ++i) {
      const std::string at = where + ".content[" + std::to_string(i) + "]";
      if (auto done = append_span((*content)[i], characters, at, out.content); !done.ok()) return done.error();
    }
  }
  return out;
}

/// Sorts records to the texts that they were made of.
class Sorter {
 public:
  explicit Sorter(const std::vector<AnnotatedText>& gold) {
    for (const AnnotatedText& text : gold) {
      by_name_.emplace(text.name, &text);
      by_text_.emplace(without_line_ends(text.text), &text);
    }
  }

  Status add(const Json& record, const std::string& where, Predicted& predicted) {
    if (!record.is_object()) return wrong("not a JSON object");
    const Json* document = member(record, "document");
    if (document == nullptr || !document->is_object())
      return wrong("no \"document\": is this what sayso read --format jsonl writes?");
    const Json* text = member(*document, "text");
    const std::string words = text != nullptr && text->is_string() ? text->get<std::string>() : std::string();
    const Json* uri = member(*document, "uri");
    const AnnotatedText* of = find(uri != nullptr && uri->is_string() ? uri->get<std::string>() : std::string(), words);
    if (of == nullptr) {
      predicted[where];  // counted as unknown
      return Done{};
    }
    if (!seen_.insert(of->name).second) return wrong("a second record for " + of->name);
    if (without_line_ends(words) != without_line_ends(of->text)) {
      return wrong("the text is not that of " + of->name + ": it counts as without statements");
    }
    const Characters characters(words);
    std::vector<Attribution> all;
    if (const Json* statements = member(record, "statements"); statements != nullptr) {
      if (!statements->is_array()) return wrong("statements: a list belongs here");
      for (std::size_t i = 0; i < statements->size(); ++i) {
        auto each = attribution((*statements)[i], characters, "statements[" + std::to_string(i) + "]");
        if (!each.ok()) return each.error();
        all.push_back(std::move(*each));
      }
    }
    predicted[of->name] = std::move(all);
    return Done{};
  }

 private:
  const AnnotatedText* find(const std::string& uri, std::string_view words) const {
    const std::string name = base_name(uri);
    for (const std::string& each : {without_extension(name), name}) {
      if (const auto found = by_name_.find(each); found != by_name_.end()) return found->second;
    }
    const auto found = by_text_.find(without_line_ends(words));
    return found == by_text_.end() ? nullptr : found->second;
  }

  std::unordered_map<std::string_view, const AnnotatedText*> by_name_, by_text_;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

Predictions parse_predictions(std::string_view records, const std::string& path,
                              const std::vector<AnnotatedText>& gold) {
  Predictions out;
  Sorter sorter(gold);
  const auto add = [&](const Json& record, std::size_t line, std::size_t number) {
    const std::string where = path + ":" + std::to_string(line) + ":" + std::to_string(number);
    auto done = record.is_discarded() ? Status(wrong("not JSON")) : sorter.add(record, where, out.by_name);
    if (done.ok()) return;
    Error error = done.error();
    error.file = path;
    error.line = line;
    out.problems.push_back(std::move(error));
  };
  if (path.ends_with(".json")) {
    const Json value = Json::parse(records, nullptr, false);
    if (!value.is_array()) add(value, 1, 0);
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) add(value[i], 1, i);
    return out;
  }
  for (std::size_t line = 1, begin = 0; begin < records.size(); ++line) {
    const std::size_t end = std::min(records.find('\n', begin), records.size());
    const std::string_view part = records.substr(begin, end - begin);
    if (part.find_first_not_of(" \t\r") != std::string_view::npos) add(Json::parse(part, nullptr, false), line, 0);
    begin = end + 1;
  }
  return out;
}

}  // namespace sayso::evaluate
