#include "extract/chain/contents.h"

#include <algorithm>

namespace sayso::extract {
namespace {

struct Piece {
  Span span;
  std::size_t statement;
};

// The outer before the inner.
std::vector<Piece> pieces_of(const std::vector<Statement>& statements) {
  std::vector<Piece> out;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (const Span& span : statements[i].content) {
      if (!span.empty()) out.push_back({span, i});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Piece& a, const Piece& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return out;
}

}  // namespace

Contents::Contents(const std::vector<Statement>& statements) {
  std::vector<Piece> open;
  const auto close = [&](std::size_t until) {
    while (!open.empty() && open.back().span.end <= until) {
      const std::size_t end = open.back().span.end;
      open.pop_back();
      while (!open.empty() && open.back().span.end <= end) open.pop_back();
      stretches_.push_back({end, open.empty() ? kNoStatement : open.back().statement});
    }
  };
  for (const Piece& piece : pieces_of(statements)) {
    close(piece.span.begin);
    open.push_back(piece);
    stretches_.push_back({piece.span.begin, piece.statement});
  }
  close(static_cast<std::size_t>(-1));
}

std::size_t Contents::at(std::size_t byte) const {
  const auto next = std::partition_point(stretches_.begin(), stretches_.end(),
                                         [&](const Stretch& stretch) { return stretch.begin <= byte; });
  return next == stretches_.begin() ? kNoStatement : std::prev(next)->statement;
}

}  // namespace sayso::extract
