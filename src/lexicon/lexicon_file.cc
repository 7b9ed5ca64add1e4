#include "lexicon/lexicon_file.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <vector>

#include "lexicon/entries.h"

namespace sayso::lexicon {
namespace {

static_assert(std::endian::native == std::endian::little, "compiled lexicons are read as they lie in memory");

template <class T>
T read(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

}  // namespace

std::uint64_t hash_of(std::string_view word, std::uint64_t before) {
  return XXH3_64bits_withSeed(word.data(), word.size(), before + 1);
}

Result<LexiconFile> LexiconFile::check(std::string_view bytes, const std::string& path) {
  const auto damaged = [&](const std::string& what) {
    return Error{Code::lexicon_damaged, "the compiled lexicon cannot be used: " + what, path};
  };
  if (bytes.substr(0, kLexiconMagic.size()) != kLexiconMagic.substr(0, std::min(bytes.size(), kLexiconMagic.size()))) {
    return damaged("it is none");
  }
  if (bytes.size() < kLexiconHeader) return damaged("it ends within its header");
  if (const auto version = read<std::uint32_t>(bytes.data() + 8); version != kLexiconVersion) {
    return damaged("it has version " + std::to_string(version) + ", this program reads " +
                   std::to_string(kLexiconVersion));
  }
  if (const auto size = read<std::uint64_t>(bytes.data() + 32); size != bytes.size()) {
    return damaged("it has " + std::to_string(bytes.size()) + " bytes, not " + std::to_string(size));
  }
  LexiconFile file;
  file.checksum_ = read<std::uint64_t>(bytes.data() + 40);
  if (XXH3_64bits(bytes.data() + kLexiconHeader, bytes.size() - kLexiconHeader) != file.checksum_) {
    return damaged("its checksum is wrong");
  }
  if (!file.lay_out(bytes) || !file.slots_hold() || !file.names_hold() || !file.entries_hold() || !file.chains_end()) {
    return damaged("a count in it does not add up");
  }
  return file;
}

bool LexiconFile::lay_out(std::string_view bytes) {
  entries_ = read<std::uint32_t>(bytes.data() + 12);
  codes_ = read<std::uint32_t>(bytes.data() + 16);
  names_ = read<std::uint32_t>(bytes.data() + 20);
  slots_ = read<std::uint32_t>(bytes.data() + 24);
  const auto strings = read<std::uint32_t>(bytes.data() + 28);
  // 32 bits times a record's size do not overflow 64 bits.
  const std::uint64_t names_at = kLexiconHeader + std::uint64_t{slots_} * sizeof(SlotRecord);
  const std::uint64_t entries_at = names_at + std::uint64_t{names_} * sizeof(NameRecord);
  const std::uint64_t codes_at = entries_at + std::uint64_t{entries_} * sizeof(EntryRecord);
  const std::uint64_t strings_at = codes_at + std::uint64_t{codes_} * sizeof(CodeRecord);
  if (!std::has_single_bit(slots_) || strings_at + strings != bytes.size()) return false;
  slot_data_ = bytes.data() + kLexiconHeader;
  name_data_ = bytes.data() + names_at;
  entry_data_ = bytes.data() + entries_at;
  code_data_ = bytes.data() + codes_at;
  strings_ = bytes.substr(strings_at);
  return true;
}

bool LexiconFile::holds(StringRef ref) const {
  return ref.begin <= strings_.size() && ref.size <= strings_.size() - ref.begin;
}

bool LexiconFile::slots_hold() const {
  std::uint32_t used = 0;
  for (std::uint32_t i = 0; i < slots_; ++i) {
    const SlotRecord slot = slot_at(i);
    if (slot.key.size == 0) continue;
    ++used;
    if (!holds(slot.key) || slot.count > kMaxMeanings || slot.first > names_ || slot.count > names_ - slot.first) {
      return false;
    }
  }
  return used <= slots_ / 2;  // so that every search finds an empty slot and ends
}

bool LexiconFile::names_hold() const {
  for (std::uint32_t i = 0; i < names_; ++i) {
    const NameRecord each = name(i);
    if (!holds(each.surface) || each.entry >= entries_ || (each.form & ~kDerived) >= kForms) return false;
  }
  return true;
}

bool LexiconFile::entries_hold() const {
  std::uint32_t last_code = 0;
  for (std::uint32_t i = 0; i < entries_; ++i) {
    const EntryRecord each = entry(i);
    if (!holds(each.id) || !holds(each.name) || !holds(each.wikidata) || each.country[3] != '\0') return false;
    if (each.kind >= kKinds || each.implies >= kKinds || each.represents >= kKinds) return false;
    if (each.stands_for != kNone && each.stands_for >= entries_) return false;
    if (each.first_code < last_code || each.first_code > codes_) return false;
    last_code = each.first_code;
  }
  for (std::uint32_t i = 0; i < codes_; ++i) {
    if (!holds(code(i).code)) return false;
  }
  return true;
}

// Whoever follows stands_for comes to an end. Each entry is walked over once: the trace tells of which walk it is.
bool LexiconFile::chains_end() const {
  std::vector<std::uint32_t> trace(entries_, kNone);
  for (std::uint32_t start = 0; start < entries_; ++start) {
    std::uint32_t at = start;
    for (; at != kNone && trace[at] == kNone; at = entry(at).stands_for) trace[at] = start;
    if (at != kNone && trace[at] == start) return false;
  }
  return true;
}

EntryRecord LexiconFile::entry(std::uint32_t i) const {
  return read<EntryRecord>(entry_data_ + std::size_t{i} * sizeof(EntryRecord));
}
CodeRecord LexiconFile::code(std::uint32_t i) const {
  return read<CodeRecord>(code_data_ + std::size_t{i} * sizeof(CodeRecord));
}
NameRecord LexiconFile::name(std::uint32_t i) const {
  return read<NameRecord>(name_data_ + std::size_t{i} * sizeof(NameRecord));
}
SlotRecord LexiconFile::slot_at(std::uint64_t index) const {
  return read<SlotRecord>(slot_data_ + index * sizeof(SlotRecord));
}

std::string_view LexiconFile::country(std::uint32_t index) const {
  const char* at = entry_data_ + std::size_t{index} * sizeof(EntryRecord) + offsetof(EntryRecord, country);
  return {at, strnlen(at, sizeof(EntryRecord::country))};
}

std::uint32_t LexiconFile::codes_end(std::uint32_t index) const {
  return index + 1 < entries_ ? entry(index + 1).first_code : codes_;
}

SlotRecord LexiconFile::slot(std::uint64_t hash) const {
  if (slots_ == 0) return {};
  const std::uint64_t mask = slots_ - 1;
  for (std::uint64_t i = hash & mask;; i = (i + 1) & mask) {
    const SlotRecord found = slot_at(i);
    if (found.key.size == 0 || found.hash == hash) return found;
  }
}

}  // namespace sayso::lexicon
