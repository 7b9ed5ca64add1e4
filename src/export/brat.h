#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "record/attribution.h"
#include "sayso/record.h"
#include "sayso/result.h"

// brat's standoff format in the layout of PolNeAR: text/DOC.txt holds the text, attributions/DOC_XXXX.ann what
// annotator
// XXXX found in it. A line of the latter, its fields parted by tabs, is a span, in characters of the text,
//   T2  Content 9 20;36 41  "It is so," and more
// or an attribution, which names its spans:
//   E1  Attribution:T4 Content:T2 Cue:T3 Source:T1
// where T4 is a span of type Attribution over the cue (over the content where there is no cue).
namespace sayso::exporter {

/// The annotations of a text as the content of an .ann file. A span that runs over a line end is written in parts, one
/// for each line, as brat does. Spans must begin and end at characters of `text`; others are left out.
[[nodiscard]] std::string to_brat(std::string_view text, const std::vector<Attribution>& attributions);

/// The same for a record.
[[nodiscard]] std::string to_brat(const Record& record);

/// A name for the files of a document, made from its uri: `news/a b.html` and `https://x.org/a%20b.html?page=1` give `a
/// b`. Never empty, without slashes, without a dot at the start.
[[nodiscard]] std::string brat_name(const Document& document);

/// Reads the content of an .ann file; `path` stands for it in errors. Attributions come in the order of their E lines;
/// one without any source, cue and content is left out, as are other types of span and line. Error: invalid_gold, with
/// the line, for a span that is not in the text and for an attribution of a span that is nowhere.
[[nodiscard]] Result<std::vector<Attribution>> parse_brat(std::string_view ann, std::string_view text,
                                                          const std::string& path);

/// Reads every article of `folder`, or of `folder`/`split` when `folder` has no text/ of its own, in the order of their
/// names. The first annotator of an article counts (sorted by name); articles without annotations are left out.
/// Errors: file_not_found, file_unreadable; invalid_gold, also when there is no article at all.
[[nodiscard]] Result<std::vector<AnnotatedText>> read_brat_folder(const std::string& folder,
                                                                  const std::string& split = "test");

}  // namespace sayso::exporter
