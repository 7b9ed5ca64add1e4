// The lexicon on any bytes: as rows and dictionaries over a small lexicon, whose names are then looked up in the same
// bytes, and as a compiled file with the right checksum, so that what is behind it is reached.
#include <xxhash.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/compile.h"
#include "lexicon/lexicon.h"
#include "lexicon/petrarch.h"
#include "lexicon/rows.h"
#include "text/tokens.h"

namespace {

using namespace sayso::lexicon;

void require(bool condition) {
  if (!condition) std::abort();
}

void look_up(const Lexicon& lexicon, std::string_view text) {
  const auto tokens = sayso::text::tokens(text);
  std::size_t last = 0;
  for (const Match& match : lexicon.find(text, tokens, 20240101)) {
    require(last <= match.first && match.first < match.last && match.last <= tokens.size());
    require(match.span.begin == tokens[match.first].span.begin && match.span.end == tokens[match.last - 1].span.end);
    require(!match.candidates.empty());
    for (const Candidate& candidate : match.candidates) require(candidate.entry < lexicon.size());
    last = match.last;
  }
  (void)lexicon.meanings(text.substr(0, 100));
}

void read_as_text(std::string_view bytes, void (*reader)(std::string_view, std::uint32_t, Draft&)) {
  Draft draft;
  draft.files = {"below", "fuzz"};
  draft.files_below = 1;
  read_rows("entry\ta\tAlva\tplace\tstands_for=b\nentry\tb\tBela Cora\tgovernment\n", 0, draft);
  reader(bytes, 1, draft);
  const auto lexicon = Lexicon::from_draft(std::move(draft));
  require(lexicon.ok());
  look_up(*lexicon, bytes);
  // What was compiled can be taken apart and gives the same again.
  const auto file = LexiconFile::check(lexicon->bytes(), "fuzz");
  require(file.ok());
  const auto again = Lexicon::from_draft(unpack(file.value(), "fuzz"));
  require(again.ok() && again->bytes() == lexicon->bytes());
}

void read_as_file(std::string bytes, std::string_view text) {
  if (bytes.size() >= kLexiconHeader) {
    const std::uint64_t size = bytes.size();
    std::memcpy(bytes.data(), kLexiconMagic.data(), kLexiconMagic.size());
    std::memcpy(bytes.data() + 8, &kLexiconVersion, 4);
    std::memcpy(bytes.data() + 32, &size, 8);
    const std::uint64_t checksum = XXH3_64bits(bytes.data() + kLexiconHeader, bytes.size() - kLexiconHeader);
    std::memcpy(bytes.data() + 40, &checksum, 8);
  }
  const auto file = LexiconFile::check(bytes, "fuzz");
  if (!file.ok()) return;
  const auto lexicon = Lexicon::from_draft(unpack(file.value(), "fuzz"));
  if (lexicon.ok()) look_up(*lexicon, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      read_as_text(bytes, read_rows);
      break;
    case 1:
      read_as_text(bytes, read_petrarch_actors);
      break;
    case 2:
      read_as_text(bytes, read_petrarch_agents);
      break;
    default:
      read_as_file(std::string(bytes), "Alva and Bela Cora");
  }
  return 0;
}
