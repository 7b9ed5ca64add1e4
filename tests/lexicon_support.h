#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/rows.h"
#include "text/tokens.h"

namespace sayso::lexicon {

/// A draft with one file, "test.tsv", read from `rows`, in which '|' stands for a tab.
inline Draft draft_of(std::string rows) {
  for (char& c : rows) c = c == '|' ? '\t' : c;
  Draft draft;
  draft.files.emplace_back("test.tsv");
  read_rows(rows, 0, draft);
  return draft;
}

inline Lexicon lexicon_of(std::string rows) {
  auto lexicon = Lexicon::from_draft(draft_of(std::move(rows)));
  return std::move(lexicon).value();
}

/// "Kyiv=place/kyiv:place,UKR:metonym White House=..." for the names in a text.
inline std::string found(const Lexicon& lexicon, std::string_view text, Day day = 0) {
  std::string out;
  for (const Match& match : lexicon.find(text, text::tokens(text), day)) {
    if (!out.empty()) out += ' ';
    out += match.span.of(text);
    char before = '=';
    for (const Candidate& candidate : match.candidates) {
      out += before;
      before = ',';
      ((out += lexicon.entry(candidate.entry).id) += ':') += name_of(candidate.form);
    }
  }
  return out;
}

/// "SAY050 test.tsv:3: ..." for each fault.
inline std::vector<std::string> texts(const std::vector<Error>& faults) {
  std::vector<std::string> out;
  for (const Error& fault : faults) out.push_back(fault.to_string());
  return out;
}

}  // namespace sayso::lexicon
