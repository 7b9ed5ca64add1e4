#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "lexicon/entries.h"
#include "lexicon/folder.h"
#include "lexicon/kinds.h"
#include "lexicon/lexicon_file.h"
#include "lexicon/period.h"
#include "sayso/result.h"
#include "sayso/span.h"
#include "text/tokens.h"

namespace sayso::lexicon {

/// What a name may mean.
struct Candidate {
  std::uint32_t entry = 0;
  Form form = Form::name;
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// A name in a text. The longest that begins at its first token; none overlaps another.
struct Match {
  std::size_t first = 0, last = 0;  ///< tokens [first, last)
  Span span;                        ///< from the first token's first byte to the last one's last
  std::vector<Candidate> candidates;
};

/// An entry; the views live as long as the lexicon.
struct EntryView {
  std::string_view id, name;
  std::string_view country;   ///< ISO 3166 alpha-3, or empty
  std::string_view wikidata;  ///< Q..., or empty
  Kind kind = Kind::unknown;
  Kind implies = Kind::unknown;     ///< of a role: what its holder is
  Kind represents = Kind::unknown;  ///< of a role: whom its holder speaks for
  Period valid;
  std::uint32_t stands_for = kNone;

  /// A state, whose name is that of its land too.
  [[nodiscard]] bool is_state() const { return kind == Kind::government && id == country; }
};

struct CodeView {
  std::string_view code;
  Period valid;
};

struct NameView {
  std::string_view surface;
  Form form = Form::name;
  Period valid;
};

/// Actors, places and roles, and the names that lead to them. A name may lead to several entries, as "Washington" does
/// to a city, a state and a person: all are given, and which is meant is for later stages. Const and safe to share
/// between threads after opening. Move-only.
class Lexicon {
 public:
  /// A compiled file is mapped and checked. A folder is read as text (folder.h) over the compiled file `below`, or over
  /// nothing if that is empty; what is wrong in it is in faults(). Errors: file_not_found, file_unreadable,
  /// lexicon_damaged, no_documents, lexicon_limit.
  [[nodiscard]] static Result<Lexicon> open(const std::string& path, const std::string& below = {});

  /// A draft, which need not be resolved, as a lexicon in memory. Error: lexicon_limit.
  [[nodiscard]] static Result<Lexicon> from_draft(Draft draft);

  /// Names in a text, ascending. Accents count for nothing, capitals as fits() says; "the" before a name and 's behind
  /// it are not part of a match, unless the name itself begins with The. Candidates that did not hold on the `day` of
  /// publication are left out. Linear in the text.
  [[nodiscard]] std::vector<Match> find(std::string_view text, const std::vector<text::Token>& tokens,
                                        Day day = 0) const;

  /// Every meaning of one name, however it is capitalised and on whatever day.
  [[nodiscard]] std::vector<Candidate> meanings(std::string_view name) const;

  [[nodiscard]] std::uint32_t size() const { return file_.entries(); }
  [[nodiscard]] std::uint32_t name_count() const { return file_.names(); }
  [[nodiscard]] EntryView entry(std::uint32_t index) const;
  [[nodiscard]] std::optional<std::uint32_t> entry_with_id(std::string_view id) const;
  [[nodiscard]] std::vector<CodeView> codes(std::uint32_t entry) const;
  /// The CAMEO code that an entry had on a day: a dated one before one without dates. May be empty.
  [[nodiscard]] std::string_view cameo(std::uint32_t entry, Day day) const;
  /// All names of an entry; walks the whole lexicon.
  [[nodiscard]] std::vector<NameView> names(std::uint32_t entry) const;

  /// 16 hexadecimal digits that tell one lexicon's content from another's.
  [[nodiscard]] std::string hash() const;
  /// What was wrong in a folder, by file and line; at most Draft::kMaxFaults; fault_count() has them all.
  [[nodiscard]] const std::vector<Error>& faults() const { return faults_; }
  [[nodiscard]] std::size_t fault_count() const { return fault_count_; }
  /// What of it came from a folder.
  [[nodiscard]] const FolderSummary& summary() const { return summary_; }
  /// The compiled form, to be written to a file.
  [[nodiscard]] std::string_view bytes() const;

 private:
  Lexicon() = default;
  [[nodiscard]] Status use(const std::string& path);

  std::optional<MappedFile> mapped_;           // either this
  std::unique_ptr<const std::string> memory_;  // or that; apart, so that moving the lexicon leaves the bytes in place
  LexiconFile file_;
  FolderSummary summary_;
  std::vector<Error> faults_;
  std::size_t fault_count_ = 0;
};

}  // namespace sayso::lexicon
