#include "record/characters.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::size_t kBlock = 256;

bool begins(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

Characters::Characters(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kBlock + 1);
  for (std::size_t i = 0; i < text.size(); i += kBlock) {
    before_.push_back(count_);
    const auto block = text.substr(i, kBlock);
    count_ += static_cast<std::size_t>(std::count_if(block.begin(), block.end(), begins));
  }
}

std::optional<std::size_t> Characters::at_byte(std::size_t byte) const {
  if (byte == text_.size()) return count_;
  if (byte > text_.size() || !begins(text_[byte])) return std::nullopt;
  const auto block = text_.substr(byte - byte % kBlock, byte % kBlock);
  return before_[byte / kBlock] + static_cast<std::size_t>(std::count_if(block.begin(), block.end(), begins));
}

std::optional<std::size_t> Characters::to_byte(std::size_t character) const {
  if (character == count_) return text_.size();
  if (character > count_) return std::nullopt;
  const auto block = std::upper_bound(before_.begin(), before_.end(), character) - before_.begin() - 1;
  std::size_t left = character - before_[static_cast<std::size_t>(block)];
  std::size_t byte = static_cast<std::size_t>(block) * kBlock;
  for (; !begins(text_[byte]) || left > 0; ++byte) {
    if (begins(text_[byte])) --left;
  }
  return byte;
}

std::optional<Span> Characters::from_bytes(const Span& bytes) const {
  const auto begin = at_byte(bytes.begin), end = at_byte(bytes.end);
  if (!begin || !end) return std::nullopt;
  return Span{*begin, *end};
}

std::optional<Span> Characters::to_bytes(const Span& characters) const {
  const auto begin = to_byte(characters.begin), end = to_byte(characters.end);
  if (!begin || !end) return std::nullopt;
  return Span{*begin, *end};
}

}  // namespace sayso
