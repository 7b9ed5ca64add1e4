#include "lexicon_faults.h"

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

void print_faults(std::span<const Error> faults, std::size_t count) {
  for (const Error& fault : faults) print_fault(fault);
  const std::size_t more = count - faults.size();
  if (more > 0) std::fprintf(stderr, "and %zu more\n", more);
}

}  // namespace sayso::cli
