#pragma once
#include <string>
#include <vector>

#include "sayso/result.h"

namespace sayso {

/// Something odd about a document that was read all the same.
struct Note {
  Code code;
  std::string message;
};

/// One article. `text` is valid UTF-8 and is never altered after ingest: every span of a record points into it.
/// Empty strings mean "not known".
struct Document {
  std::string id;   ///< sha-256 of `text`, in hexadecimal; set by ingest
  std::string uri;  ///< file path, or the `url` (else `id`) of a JSONL line
  std::string title;
  std::string outlet;
  std::string byline;
  std::string published;  ///< YYYY-MM-DD
  std::string lang;       ///< BCP 47; "en" or "und"
  std::string text;
  std::string extra;  ///< JSON object with the unknown fields of a JSONL line, else empty
  std::vector<Note> notes;
};

}  // namespace sayso
