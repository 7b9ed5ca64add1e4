#include "lexicon_faults.h"

#include <cstddef>
#include <cstdio>
#include <string>

namespace sayso::cli {
namespace {

// `actors.tsv:3: SAY050 message`, as compilers write it, so that editors find the line.
void print_fault(const Error& fault) {
  std::string line = fault.file;
  if (fault.line) line += ":" + std::to_string(*fault.line);
  line += ": " + code_name(fault.code) + " " + fault.message;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void print_faults(const lexicon::Lexicon& lexicon) {
  for (const Error& fault : lexicon.faults()) print_fault(fault);
  const std::size_t more = lexicon.fault_count() - lexicon.faults().size();
  if (more > 0) std::fprintf(stderr, "and %zu more\n", more);
}

}  // namespace sayso::cli
