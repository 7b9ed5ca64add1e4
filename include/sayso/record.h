#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sayso/document.h"
#include "sayso/span.h"

namespace sayso {

/// How much of a statement's content stands inside quotation marks: at least 80 % of its words, some, none.
enum class Mode { direct, mixed, indirect };

/// Who said what: the article attributes `content` to `source` by the words of `cue`.
struct Statement {
  std::string id;  ///< local to the record: s1, s2, ... in the order of the text
  Mode mode = Mode::indirect;
  std::vector<Span> content;   ///< ascending, disjoint, at least one
  std::optional<Span> cue;     ///< absent for a bare quotation
  std::optional<Span> source;  ///< absent where the text names none
  std::string inside;          ///< id of the statement whose content holds this one, else empty
  double confidence = 0;       ///< probability that content and source are right, 0 to 1
};

/// What produced a record.
struct EngineInfo {
  std::string version;
  std::string model;  ///< name@hash
};

/// Everything found in one document. The JSON form is docs/record.md.
struct Record {
  Document document;
  EngineInfo engine;
  std::vector<Statement> statements;
  std::vector<Note> notes;
};

/// The record as one line of JSON, UTF-8, keys in a fixed order: the same record gives the same bytes.
[[nodiscard]] std::string to_json(const Record& record);

/// The same with line breaks and two spaces of indentation.
[[nodiscard]] std::string to_pretty_json(const Record& record);

}  // namespace sayso
