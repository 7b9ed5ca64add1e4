#include "model/headline.h"

#include <cstdint>
#include <iterator>
#include <utility>

#include "text/lines.h"
#include "text/unicode.h"

namespace sayso::model {
namespace {

constexpr std::size_t kLongest = 200;  // bytes of a headline

bool closes_sentence(std::string_view line) {
  for (const std::string_view mark : {".", "!", "?", ":", ";", ",", "\"", "”", "'", "’", ")", "…", "-", "–", "—"}) {
    if (line.ends_with(mark)) return true;
  }
  return false;
}

void shift(Segment& segment, std::uint32_t by) { segment.first += by, segment.last += by; }

/// Appends what was read of the text from `begin` on.
void append(Reading& all, Reading&& part, std::size_t begin) {
  const auto pieces = static_cast<std::uint32_t>(all.pieces.size());
  const auto mentions = static_cast<std::uint32_t>(all.mentions.size());
  const auto words = static_cast<std::uint32_t>(all.words.size());
  const std::uint32_t sentences = words == 0 ? 0 : all.words.back().sentence + 1;
  for (text::Piece& piece : part.pieces) {
    piece.begin += static_cast<std::uint32_t>(begin), piece.end += static_cast<std::uint32_t>(begin);
  }
  for (Link& link : part.links) {
    if (link.source) shift(*link.source, pieces);
    if (link.cue) shift(*link.cue, pieces);
    for (Segment& content : link.contents) shift(content, pieces);
  }
  for (Mention& mention : part.mentions) {
    mention.head += pieces, mention.first += pieces, mention.last += pieces;
    mention.antecedent += mentions, mention.entity += mentions;
  }
  for (Word& word : part.words) {
    word.span.begin += begin, word.span.end += begin;
    word.head += words;
    word.sentence += sentences;
  }
  const auto move = [](auto& from, auto& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  move(part.pieces, all.pieces);
  move(part.links, all.links);
  move(part.mentions, all.mentions);
  move(part.words, all.words);
}

}  // namespace

std::size_t body_begin(std::string_view text) {
  const std::size_t begin = text::skip_space(text, 0);
  const std::size_t end = text.find('\n', begin);
  if (end == std::string_view::npos || end - begin > kLongest) return 0;
  std::string_view line = text.substr(begin, end - begin);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
  const std::size_t body = text::skip_space(text, end);
  if (line.empty() || body == text.size() || closes_sentence(line)) return 0;
  // A line that was wrapped goes on in the next one.
  const bool blank_line = text.substr(end + 1, body - end - 1).find('\n') != std::string_view::npos;
  return blank_line || text::wrap_width(text) == 0 ? body : 0;
}

Reading read_apart(const AttributionModel& model, std::string_view text, std::size_t threads) {
  const std::size_t body = body_begin(text);
  if (body == 0) return model.read(text, threads);
  Reading reading = model.read(text.substr(0, body), threads);
  append(reading, model.read(text.substr(body), threads), body);
  return reading;
}

}  // namespace sayso::model
