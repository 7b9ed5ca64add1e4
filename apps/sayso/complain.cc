#include "complain.h"

#include <cstdio>
#include <string>

#include "exit_code.h"

namespace sayso::cli {

std::string_view advice(Code code) {
  switch (code) {
    case Code::file_not_found:
      return "check the path";
    case Code::file_unreadable:
      return "check its permissions";
    case Code::not_text:
      return "sayso reads plain text, HTML and JSON Lines";
    case Code::invalid_json:
      return "each line must be a JSON object with a string \"text\"";
    case Code::invalid_date:
      return "write YYYY-MM-DD";
    case Code::no_article:
      return "give the page's text as a .txt file";
    case Code::no_documents:
      return "give files, a folder with files, or - for standard input";
    case Code::input_too_large:
      return "split it, or turn it into JSON Lines";
    case Code::write_failed:
      return "check the path, its permissions and the free space";
    case Code::invalid_gold:
      return "docs/cli.md describes the layout";
    case Code::model_not_found:
      return "name a model with --model or SAYSO_MODEL";
    case Code::model_truncated:
    case Code::model_corrupt:
      return "copy or download the model again";
    case Code::model_version:
    case Code::model_incomplete:
      return "take the model that came with this version of sayso";
    case Code::kernel_unsupported:
      return "unset SAYSO_KERNELS, or name one that sayso model lists";
    case Code::lexicon_damaged:
      return "make it with sayso lexicon build, or name another";
    case Code::lexicon_not_found:
      return "name a lexicon with --lexicon or SAYSO_LEXICON";
    case Code::listen_failed:
      return "take another --port or --listen";
    case Code::store_not_found:
      return "sayso add makes one; name another with --db or SAYSO_DB";
    case Code::store_damaged:
      return "name another with --db, or save what can be saved with sqlite3 FILE .recover";
    case Code::store_version:
      return "take the sayso that wrote it, or another --db";
    case Code::store_locked:
      return "try again when it is done";
    case Code::store_read_only:
      return "check the permissions of the file and its folder, or name another with --db";
    case Code::store_full:
      return "make room and give the same command again: it goes on where it stopped";
    default:
      return {};
  }
}

void complain(const Error& error) {
  std::string line = "sayso: " + error.to_string();
  if (const auto what = advice(error.code); !what.empty()) ((line += " (") += what) += ')';
  for (char& c : line) {  // a file's name can hold anything; the terminal shall not obey it
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int wrong_use(const std::string& what, const std::string& command) {
  std::fprintf(stderr, "sayso: %s\nSee: sayso %s --help\n", what.c_str(), command.c_str());
  return kUsage;
}

}  // namespace sayso::cli
