// Compiles the lexicon that ships while the program itself is still being built:
//   compile_lexicon FOLDER FILE
// A fault in a row is an error.
#include <cstdio>

#include "base/files.h"
#include "lexicon/lexicon.h"
#include "lexicon_faults.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto lexicon = sayso::lexicon::Lexicon::open(argv[1]);
  if (!lexicon.ok()) return std::fprintf(stderr, "%s\n", lexicon.error().to_string().c_str()), 1;
  sayso::cli::print_faults(lexicon->faults(), lexicon->fault_count());
  if (lexicon->fault_count() > 0) return 1;
  const sayso::Status written = sayso::write_file(argv[2], lexicon->bytes());
  if (!written.ok()) return std::fprintf(stderr, "%s\n", written.error().to_string().c_str()), 1;
  return 0;
}
