// Prints the sentences (S) and tokens (T) of each text on standard input, for bench/sentence_f1.py.
// In: a line with the number of bytes, then the bytes; again and again. Out: "S begin end" and "T begin end" lines,
// then an empty line.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "text/sentences.h"
#include "text/tokens.h"

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::string text(std::strtoul(line.c_str(), nullptr, 10), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    for (const sayso::Span& s : sayso::text::sentences(text)) std::printf("S %zu %zu\n", s.begin, s.end);
    for (const sayso::text::Token& t : sayso::text::tokens(text)) std::printf("T %zu %zu\n", t.span.begin, t.span.end);
    std::printf("\n");
  }
}
