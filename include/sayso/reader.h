#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso {

/// Where the names of actors come from (docs/lexicon.md).
struct LexiconPaths {
  std::string path;   ///< a compiled lexicon, or a folder of text files; empty: read without a lexicon
  std::string below;  ///< the compiled lexicon that a folder adds to; empty: none
  /// A folder of event dictionaries, of which a folder `path` replaces what it has itself (docs/events.md); empty: no
  /// events are coded.
  std::string events = {};
};

/// How events are found: by the dictionaries, by the model's head, by both (which leaves to the head the words that the
/// dictionaries do not know), or not at all.
enum class EventCoder { both, dictionary, model, none };

/// What was wrong in a folder's files; the rows at fault are passed over.
struct LexiconFaults {
  std::vector<Error> first;  ///< by file and line; of very many, not all
  std::size_t count = 0;
};

/// Reads articles with one model and one lexicon.
///
///   auto reader = sayso::Reader::open("models/sayso.sayso", {"build/release/sayso.lexicon", {}});
///   if (!reader.ok()) return complain(reader.error());
///   sayso::Record record = reader->read(document);
///
/// After `open` all methods are const and safe to call from several threads at once. Nothing is printed, nothing
/// throws, and the same document gives the same record on any CPU and with any number of threads.
class Reader {
 public:
  /// Maps the weight file and the lexicon. Errors: model_*, kernel_* and lexicon_* codes; model_incomplete for
  /// EventCoder::model where the model has no head for events (`both` then takes the dictionaries alone).
  [[nodiscard]] static Result<Reader> open(const std::string& model_path, const LexiconPaths& lexicon = {},
                                           EventCoder coder = EventCoder::both);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Reads one document. `threads` (at least 1) spreads its windows over that many threads.
  [[nodiscard]] Record read(Document document, std::size_t threads = 1) const;

  [[nodiscard]] const LexiconFaults& lexicon_faults() const;

 private:
  struct State;
  explicit Reader(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace sayso
