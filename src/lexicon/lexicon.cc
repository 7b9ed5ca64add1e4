#include "lexicon/lexicon.h"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <utility>

#include "base/files.h"
#include "lexicon/compile.h"
#include "lexicon/resolve.h"
#include "lexicon/words.h"

namespace sayso::lexicon {

std::string_view Lexicon::bytes() const { return mapped_ ? mapped_->bytes() : std::string_view(*memory_); }

Status Lexicon::use(const std::string& path) {
  auto file = LexiconFile::check(bytes(), path);
  if (!file.ok()) return file.error();
  file_ = file.value();
  return Done{};
}

Result<Lexicon> Lexicon::open(const std::string& path, const std::string& below) {
  if (is_folder(path)) {
    Draft draft;
    if (!below.empty()) {
      const auto ground = open(below);
      if (!ground.ok()) return ground.error();
      draft = unpack(ground->file_, below);
    }
    const auto read = read_folder(path, draft);
    if (!read.ok()) return read.error();
    auto lexicon = from_draft(std::move(draft));
    if (lexicon.ok()) lexicon->summary_ = read.value();
    return lexicon;
  }
  auto mapped = MappedFile::open(path);
  if (!mapped.ok()) return mapped.error();
  Lexicon lexicon;
  lexicon.mapped_ = std::move(mapped).value();
  if (Status status = lexicon.use(path); !status.ok()) return status.error();
  return lexicon;
}

Result<Lexicon> Lexicon::from_draft(Draft draft) {
  resolve(draft);
  auto bytes = compile(draft);
  if (!bytes.ok()) return bytes.error();
  Lexicon lexicon;
  lexicon.memory_ = std::make_unique<const std::string>(std::move(bytes).value());
  std::stable_sort(draft.faults.begin(), draft.faults.end(),
                   [](const Error& a, const Error& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  lexicon.faults_ = std::move(draft.faults);
  lexicon.fault_count_ = draft.fault_count;
  if (Status status = lexicon.use({}); !status.ok()) return status.error();
  return lexicon;
}

EntryView Lexicon::entry(std::uint32_t index) const {
  const EntryRecord record = file_.entry(index);
  EntryView out;
  out.id = file_.string(record.id);
  out.name = file_.string(record.name);
  out.wikidata = file_.string(record.wikidata);
  out.kind = static_cast<Kind>(record.kind);
  out.implies = static_cast<Kind>(record.implies);
  out.represents = static_cast<Kind>(record.represents);
  out.valid = record.valid;
  out.stands_for = record.stands_for;
  out.country = file_.country(index);
  return out;
}

std::optional<std::uint32_t> Lexicon::entry_with_id(std::string_view id) const {
  std::uint32_t low = 0, high = size();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (file_.string(file_.entry(middle).id) < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == size() || file_.string(file_.entry(low).id) != id) return std::nullopt;
  return low;
}

std::vector<CodeView> Lexicon::codes(std::uint32_t entry) const {
  std::vector<CodeView> out;
  for (std::uint32_t i = file_.entry(entry).first_code; i < file_.codes_end(entry); ++i) {
    out.push_back({file_.string(file_.code(i).code), file_.code(i).valid});
  }
  return out;
}

std::string_view Lexicon::cameo(std::uint32_t entry, Day day) const {
  for (std::uint32_t i = file_.entry(entry).first_code; i < file_.codes_end(entry); ++i) {
    const CodeRecord code = file_.code(i);
    if (code.valid.open() || (day != 0 && code.valid.holds(day))) return file_.string(code.code);
  }
  return {};
}

std::vector<NameView> Lexicon::names(std::uint32_t entry) const {
  std::vector<NameView> out;
  for (std::uint32_t i = 0; i < file_.names(); ++i) {
    const NameRecord name = file_.name(i);
    if (name.entry != entry) continue;
    out.push_back({file_.string(name.surface), static_cast<Form>(name.form & ~kDerived), name.valid});
  }
  return out;
}

std::vector<Candidate> Lexicon::meanings(std::string_view name) const {
  const Words words = words_of_name(name);
  if (words.words.empty() || words.words.size() > kMaxWords) return {};
  std::uint64_t hash = 0;
  for (const Word& word : words.words) {
    hash = hash_of(std::string_view(words.folded).substr(word.begin, word.end - word.begin), hash);
  }
  const SlotRecord slot = file_.slot(hash);
  std::vector<Candidate> out;
  if (file_.string(slot.key) != words.folded) return out;
  for (std::uint32_t i = slot.first; i < slot.first + slot.count; ++i) {
    const NameRecord record = file_.name(i);
    const Candidate candidate{record.entry, static_cast<Form>(record.form & ~kDerived)};
    if (out.empty() || !(out.back() == candidate)) out.push_back(candidate);
  }
  return out;
}

std::string Lexicon::hash() const {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(file_.checksum()));
  return digits;
}

}  // namespace sayso::lexicon
