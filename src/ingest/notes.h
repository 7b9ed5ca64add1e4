#pragma once
#include <cstddef>
#include <string>

#include "sayso/document.h"
#include "text/utf8.h"

namespace sayso::ingest {

/// What the caller knows about documents that do not say it themselves.
struct Defaults {
  std::string date;    ///< YYYY-MM-DD or empty
  std::string outlet;  ///< or empty
};

/// The last step of every way in, and the only place that notes odd texts. Fills `published` and `outlet` from
/// `defaults` where they are empty, sets `id` and `lang`, and adds the notes that the text calls for: replaced bytes
/// (`clean.replaced`; `clean.text` is not looked at), empty, not English, unbalanced quotation marks, a very long line.
void finish(Document& document, const text::CleanText& clean, const Defaults& defaults);

}  // namespace sayso::ingest
