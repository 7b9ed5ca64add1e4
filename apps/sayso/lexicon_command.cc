#include "lexicon_command.h"

#include <cstdio>
#include <string>

#include "base/files.h"
#include "complain.h"
#include "exit_code.h"
#include "lexicon/lexicon.h"
#include "lexicon_faults.h"
#include "lexicon_page.h"
#include "lexicon_path.h"
#include "output.h"

namespace sayso::cli {
namespace {

using lexicon::Lexicon;

std::string counted(std::size_t number, const char* one, const char* several) {
  return std::to_string(number) + " " + (number == 1 ? one : several);
}

// What was read, in one line.
std::string summary_line(const Lexicon& lexicon) {
  const auto& read = lexicon.summary();
  return counted(read.files, "file", "files") + ", " + counted(read.bytes, "byte", "bytes") + ": " +
         counted(read.entries, "entry", "entries") + ", " + counted(read.names, "name", "names") + ", " +
         counted(lexicon.fault_count(), "fault", "faults") + "\n";
}

int print(const std::string& text) {
  auto output = Output::open({});
  output->write(text);
  output->flush();
  if (!output->error()) return kAllGood;
  if (!output->pipe_closed()) complain(*output->error());
  return kNoOutput;
}

int failed(const Error& error, int exit_code) {
  complain(error);
  return exit_code;
}

// Prints the faults and the summary of a folder that was read.
int report(const Lexicon& lexicon) {
  print_faults(lexicon.faults(), lexicon.fault_count());
  const int printed = print(summary_line(lexicon));
  if (printed != kAllGood) return printed;
  return lexicon.fault_count() == 0 ? kAllGood : kSomeFailed;
}

}  // namespace

int check_lexicon(const LexiconOptions& options) {
  if (!is_folder(options.folder)) {
    const auto compiled = Lexicon::open(options.folder);
    return compiled.ok() ? report(*compiled) : failed(compiled.error(), kSomeFailed);
  }
  const auto lexicon = open_lexicon(options.folder);
  return lexicon.ok() ? report(*lexicon) : failed(lexicon.error(), kSomeFailed);
}

int build_lexicon(const LexiconOptions& options) {
  if (!is_folder(options.folder)) {
    return failed({Code::file_not_found, "there is no such folder", options.folder}, kSomeFailed);
  }
  const auto lexicon = Lexicon::open(options.folder);
  if (!lexicon.ok()) return failed(lexicon.error(), kSomeFailed);
  if (Status written = write_file(options.output, lexicon->bytes()); !written.ok()) {
    return failed(written.error(), kNoOutput);
  }
  return report(*lexicon);
}

int show_lexicon(const LexiconOptions& options) {
  const auto lexicon = open_lexicon({});
  if (!lexicon.ok()) return failed(lexicon.error(), kNoModel);
  const bool unknown = lexicon->meanings(options.name).empty();
  if (unknown && options.format == "text") {
    std::fprintf(stderr, "sayso: the lexicon does not have this name\n");
    return kSomeFailed;
  }
  const int printed = print(options.format == "json" ? meanings_as_json(*lexicon, options.name)
                                                     : meanings_as_text(*lexicon, options.name));
  return printed == kAllGood && unknown ? kSomeFailed : printed;
}

}  // namespace sayso::cli
