#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/notes.h"
#include "sayso/document.h"
#include "sayso/result.h"

namespace sayso::ingest {

/// The largest XML file that is read: its tree takes several times its size.
inline constexpr std::size_t kMaxXmlBytes = std::size_t{1} << 28;

/// The documents of a file of PETRARCH's input, one for each `<Sentence date id source ...><Text>...</Text>` that
/// stands anywhere in it, in their order: `id` is the uri, `date` (YYYYMMDD) the day, `source` the outlet. White space
/// becomes single blanks; `<Parse>` and everything else is passed over. A document type is not read, so no entity is
/// expanded from it or from outside. Errors: invalid_xml with the line, also where there is no such sentence; not_text.
[[nodiscard]] Result<std::vector<Document>> petrarch_documents(std::string_view bytes, const std::string& path,
                                                               const Defaults& defaults);

}  // namespace sayso::ingest
