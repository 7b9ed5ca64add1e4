#include "lexicon/compile.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/words.h"

namespace sayso::lexicon {
namespace {

// With kMaxWords slots for each name, and half of the table empty, the counts stay below 2^32.
constexpr std::size_t kMaxRows = std::size_t{1} << 26;

template <class T>
void append(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
void append_all(std::string& out, const std::vector<T>& records) {
  out.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T));
}

// All strings in one, equal ones once.
class Strings {
 public:
  StringRef add(std::string_view text) {
    if (text.size() > 0xFFFFFFFF - bytes_.size()) {
      full_ = true;
      return {};
    }
    const StringRef fresh{static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
    const auto [at, is_new] = known_.try_emplace(XXH3_64bits(text.data(), text.size()), fresh);
    const StringRef known = at->second;
    if (!is_new && std::string_view(bytes_).substr(known.begin, known.size) == text) return known;
    bytes_ += text;
    return fresh;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] bool full() const { return full_; }

 private:
  bool full_ = false;
  std::string bytes_;
  std::unordered_map<std::uint64_t, StringRef> known_;  // by hash
};

// The hash table, which doubles before it is more than half full.
class Keys {
 public:
  // The slot of that hash, with an empty key where it is new. The caller gives it a key.
  SlotRecord& slot(std::uint64_t hash) {
    if (used_ * 2 >= table_.size()) grow();
    SlotRecord& found = table_[place_of(hash)];
    if (found.key.size == 0) {
      ++used_;
      found.hash = hash;
    }
    return found;
  }

  [[nodiscard]] const std::vector<SlotRecord>& table() const { return table_; }

 private:
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    while (table_[at].key.size != 0 && table_[at].hash != hash) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<SlotRecord> old(table_.size() * 2);
    old.swap(table_);
    for (const SlotRecord& slot : old) {
      if (slot.key.size != 0) table_[place_of(slot.hash)] = slot;
    }
  }

  std::size_t used_ = 0;
  std::vector<SlotRecord> table_ = std::vector<SlotRecord>(2);
};

// Enters a name's key and what the key begins with.
void enter(Keys& keys, Strings& strings, const Words& words, std::uint32_t name) {
  const std::string_view folded = words.folded;
  const StringRef key = strings.add(folded);
  std::uint64_t hash = 0;
  for (const Word& word : words.words) {
    hash = hash_of(folded.substr(word.begin, word.end - word.begin), hash);
    SlotRecord& slot = keys.slot(hash);
    if (slot.key.size == 0) slot.key = {key.begin, static_cast<std::uint32_t>(word.end)};
    if (&word == &words.words.back() && slot.count++ == 0) slot.first = name;
  }
}

EntryRecord record_of(const Entry& entry, Strings& strings) {
  EntryRecord out;
  out.id = strings.add(entry.id);
  out.name = strings.add(entry.name);
  out.wikidata = strings.add(entry.wikidata);
  std::memcpy(out.country, entry.country.data(), std::min<std::size_t>(3, entry.country.size()));
  out.kind = static_cast<std::uint8_t>(entry.kind);
  out.implies = static_cast<std::uint8_t>(entry.implies);
  out.represents = static_cast<std::uint8_t>(entry.represents);
  out.valid = entry.valid;
  out.stands_for = entry.stands_for;
  return out;
}

NameRecord record_of(const Name& name, Strings& strings) {
  const auto form = static_cast<std::uint32_t>(name.form) + (name.derived ? kDerived : 0);
  return {strings.add(name.surface), name.entry, name.shapes, name.valid, form};
}

}  // namespace

Result<std::string> compile(const Draft& draft) {
  const Error too_large{Code::lexicon_limit, "the lexicon is too large to be compiled"};
  if (draft.names.size() > kMaxRows || draft.codes.size() > kMaxRows) return too_large;
  Strings strings;
  Keys keys;
  std::vector<NameRecord> names;
  names.reserve(draft.names.size());
  for (const Name& name : draft.names) {
    enter(keys, strings, words_of_name(name.surface), static_cast<std::uint32_t>(names.size()));
    names.push_back(record_of(name, strings));
  }
  std::vector<EntryRecord> entries;
  std::vector<CodeRecord> codes;
  entries.reserve(draft.entries.size());
  auto code = draft.codes.begin();
  for (const Entry& entry : draft.entries) {
    const auto index = static_cast<std::uint32_t>(entries.size());
    entries.push_back(record_of(entry, strings));
    entries.back().first_code = static_cast<std::uint32_t>(codes.size());
    for (; code != draft.codes.end() && code->entry == index; ++code) {
      codes.push_back({strings.add(code->code), code->valid});
    }
  }
  if (strings.full()) return too_large;
  const std::vector<SlotRecord>& slots = keys.table();

  std::string out(kLexiconMagic);
  append(out, kLexiconVersion);
  for (const std::size_t count : {entries.size(), codes.size(), names.size(), slots.size(), strings.bytes().size()}) {
    append(out, static_cast<std::uint32_t>(count));
  }
  const std::size_t size = kLexiconHeader + slots.size() * sizeof(SlotRecord) + names.size() * sizeof(NameRecord) +
                           entries.size() * sizeof(EntryRecord) + codes.size() * sizeof(CodeRecord) +
                           strings.bytes().size();
  out.reserve(size);
  append(out, std::uint64_t{size});
  append(out, std::uint64_t{0});  // the checksum comes last
  append_all(out, slots);
  append_all(out, names);
  append_all(out, entries);
  append_all(out, codes);
  out += strings.bytes();
  const std::uint64_t checksum = XXH3_64bits(out.data() + kLexiconHeader, out.size() - kLexiconHeader);
  std::memcpy(out.data() + kLexiconHeader - sizeof checksum, &checksum, sizeof checksum);
  return out;
}

Draft unpack(const LexiconFile& file, const std::string& path) {
  Draft draft;
  draft.files.push_back(path);
  draft.files_below = 1;
  for (std::uint32_t i = 0; i < file.entries(); ++i) {
    const EntryRecord record = file.entry(i);
    Entry& entry = draft.entries[draft.entry_of(file.string(record.id))];
    entry.name = file.string(record.name);
    entry.wikidata = file.string(record.wikidata);
    entry.country = record.country;
    entry.kind = static_cast<Kind>(record.kind);
    entry.implies = static_cast<Kind>(record.implies);
    entry.represents = static_cast<Kind>(record.represents);
    entry.valid = record.valid;
    entry.stands_for = record.stands_for;
    entry.defined = true;
    if (entry.kind != Kind::place) {
      const std::string key = words_of_name(entry.name).folded;
      const auto [at, is_new] = draft.by_name.try_emplace((entry.kind == Kind::role ? "~" : "") + key, i);
      if (!is_new) at->second = kNone;
    }
    for (std::uint32_t c = record.first_code; c < file.codes_end(i); ++c) {
      draft.codes.push_back({i, std::string(file.string(file.code(c).code)), file.code(c).valid, {}});
    }
  }
  for (std::uint32_t i = 0; i < file.names(); ++i) {
    const NameRecord name = file.name(i);
    draft.names.push_back({name.entry,
                           std::string(file.string(name.surface)),
                           static_cast<Form>(name.form & ~kDerived),
                           name.valid,
                           name.shapes,
                           {},
                           (name.form & kDerived) != 0});
  }
  return draft;
}

}  // namespace sayso::lexicon
