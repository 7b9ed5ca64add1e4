#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"

namespace sayso {

/// A text with its statements. Written as "{s1 Brown} {c1 said} {t1 the pier is closed}.": source, cue and content of
/// statement 1; braces may stand within braces, and a statement may have several contents.
struct Marked {
  std::string text;
  std::vector<Statement> statements;
};

inline Marked marked(std::string_view markup) {
  struct Open {
    char role;
    char number;
    std::size_t begin;
  };
  Marked out;
  std::vector<Open> open;
  std::map<char, Statement> statements;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup[i] == '{') {
      open.push_back({markup[i + 1], markup[i + 2], out.text.size()});
      i += 3;
    } else if (markup[i] == '}') {
      const Span span{open.back().begin, out.text.size()};
      Statement& statement = statements[open.back().number];
      if (open.back().role == 's') statement.source = span;
      if (open.back().role == 'c') statement.cue = span;
      if (open.back().role == 't') statement.content.push_back(span);
      open.pop_back();
    } else {
      out.text += markup[i];
    }
  }
  for (auto& [number, statement] : statements) out.statements.push_back(std::move(statement));
  return out;
}

}  // namespace sayso
