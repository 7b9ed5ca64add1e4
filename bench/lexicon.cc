// Opens a lexicon and finds its names in a text, again and again.
//   bench_lexicon build/release/sayso.lexicon FILE
#include "lexicon/lexicon.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "base/files.h"
#include "text/tokens.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point begun) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
}

// The text's first so many tokens, from as many copies of it as that takes.
void measure(const sayso::lexicon::Lexicon& lexicon, const std::string& unit, std::size_t size) {
  std::string text;
  std::vector<sayso::text::Token> tokens;
  const std::size_t each = sayso::text::tokens(unit).size();
  for (std::size_t i = 0; each > 0 && i < size / each + 1; ++i) text += unit;
  tokens = sayso::text::tokens(text);
  tokens.resize(std::min(size, tokens.size()));
  std::size_t runs = 0, names = 0;
  const auto begun = Clock::now();
  while (milliseconds(begun) < 1000) {
    names = lexicon.find(text, tokens, 20241102).size();
    ++runs;
  }
  const double rate = static_cast<double>(runs * tokens.size()) / milliseconds(begun) * 1000;
  std::printf("%7zu tokens, %6zu names: %.2f million tokens/s\n", tokens.size(), names, rate / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "bench_lexicon LEXICON FILE\n"), 2;
  const auto text = sayso::read_file(argv[2]);
  double best = 1e9;
  for (int i = 0; i < 20; ++i) {
    const auto begun = Clock::now();
    const auto opened = sayso::lexicon::Lexicon::open(argv[1]);
    if (opened.ok()) best = std::min(best, milliseconds(begun));
  }
  const auto lexicon = sayso::lexicon::Lexicon::open(argv[1]);
  if (!lexicon.ok() || !text.ok()) return std::fprintf(stderr, "cannot be read\n"), 1;
  std::printf("%u entries, %u names, %zu bytes; opened in %.2f ms\n", lexicon->size(), lexicon->name_count(),
              lexicon->bytes().size(), best);
  for (const std::size_t size : {1000U, 20000U, 200000U}) measure(*lexicon, *text, size);
}
