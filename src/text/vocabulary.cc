// The vocabulary and the greedy cut of wordpiece.h.
#include <algorithm>
#include <array>
#include <bit>

#include "text/utf8.h"
#include "text/wordpiece.h"

namespace sayso::text {
namespace {

constexpr std::size_t kMaxWord = 100;  // characters, as in BERT

// FNV-1a. A piece that goes on a word is hashed from another seed, so that "##" need not be put before it.
constexpr std::uint32_t kStartSeed = 2166136261U;
constexpr std::uint32_t kContinuationSeed = 0x9E3779B9U;

constexpr std::uint32_t step(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
}

// FNV's low bits are weak; the table takes its slot from these.
constexpr std::uint32_t finish(std::uint32_t hash) { return hash ^ hash >> 15; }

constexpr bool continues_word(std::string_view piece) { return piece.size() > 2 && piece.starts_with("##"); }

std::uint32_t hash_of(bool continues, std::string_view rest) {
  std::uint32_t hash = continues ? kContinuationSeed : kStartSeed;
  for (const char byte : rest) hash = step(hash, byte);
  return finish(hash);
}

}  // namespace

Result<Vocabulary> Vocabulary::from_lines(std::string_view blob) {
  if (blob.ends_with('\n')) blob.remove_suffix(1);
  Vocabulary out;
  const auto lines = static_cast<std::size_t>(std::count(blob.begin(), blob.end(), '\n')) + 1;
  if (lines >= kNone / 2) return Error{Code::model_incomplete, "the vocabulary has too many pieces"};
  out.pieces_.reserve(lines);
  out.slots_.resize(std::bit_ceil(lines * 2));
  for (std::size_t begin = 0; begin <= blob.size();) {
    const std::size_t end = std::min(blob.find('\n', begin), blob.size());
    out.pieces_.push_back(blob.substr(begin, end - begin));
    out.insert(static_cast<std::uint32_t>(out.pieces_.size() - 1));
    begin = end + 1;
  }
  out.unknown_ = out.find("[UNK]");
  out.first_ = out.find("[CLS]");
  out.last_ = out.find("[SEP]");
  if (out.unknown_ == kNone || out.first_ == kNone || out.last_ == kNone) {
    return Error{Code::model_incomplete, "the vocabulary lacks [UNK], [CLS] or [SEP]"};
  }
  return out;
}

void Vocabulary::insert(std::uint32_t id) {
  const std::string_view piece = pieces_[id];
  const bool continues = continues_word(piece);
  const std::string_view rest = piece.substr(continues ? 2 : 0);
  longest_ = std::max(longest_, rest.size());
  const std::uint32_t hash = hash_of(continues, rest);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != kNone && !(slots_[at].hash == hash && pieces_[slots_[at].id] == piece)) at = (at + 1) & mask;
  slots_[at] = {hash, id};
}

std::uint32_t Vocabulary::find(std::string_view piece) const {
  const bool continues = continues_word(piece);
  const std::string_view rest = piece.substr(continues ? 2 : 0);
  return find_hashed(hash_of(continues, rest), continues, rest);
}

std::uint32_t Vocabulary::find_hashed(std::uint32_t hash, bool continues, std::string_view rest) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].id != kNone; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    std::string_view piece = pieces_[slots_[at].id];
    if (continues_word(piece) != continues) continue;
    if (continues) piece.remove_prefix(2);
    if (piece == rest) return slots_[at].id;
  }
  return kNone;
}

void Vocabulary::cut(std::string_view word, std::vector<Cut>& out) const {
  out.clear();
  // ends[k]: the byte where the word's k-th character ends.
  std::array<std::uint16_t, kMaxWord> ends;
  std::size_t characters = 0;
  bool fits = word.size() <= kMaxWord * 4;
  for (std::size_t at = 0; fits && at < word.size(); ++characters) {
    at += decode(word, at).size;
    if (characters < kMaxWord)
      ends[characters] = static_cast<std::uint16_t>(at);
    else
      fits = false;
  }
  if (!fits) {
    out.push_back({unknown_, 0});
    return;
  }
  std::array<std::uint32_t, kMaxWord> hashes;  // of the characters from `next` up to and with k
  std::size_t begin = 0;
  for (std::size_t next = 0; next < characters;) {
    const bool continues = begin > 0;
    std::uint32_t hash = continues ? kContinuationSeed : kStartSeed;
    std::size_t stop = next;  // characters [next, stop) could be a piece
    for (std::size_t at = begin; stop < characters && ends[stop] - begin <= longest_; ++stop) {
      for (; at < ends[stop]; ++at) hash = step(hash, word[at]);
      hashes[stop] = finish(hash);
    }
    std::uint32_t id = kNone;
    for (; stop > next; --stop) {
      id = find_hashed(hashes[stop - 1], continues, word.substr(begin, ends[stop - 1] - begin));
      if (id != kNone) break;
    }
    if (id == kNone) {
      out.assign(1, {unknown_, 0});
      return;
    }
    out.push_back({id, static_cast<std::uint32_t>(begin)});
    begin = ends[stop - 1];
    next = stop;
  }
}

}  // namespace sayso::text
