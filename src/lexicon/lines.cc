#include "lexicon/lines.h"

#include <algorithm>
#include <string>
#include <utility>

#include "lexicon/words.h"
#include "text/utf8.h"

namespace sayso::lexicon {

Lines::Lines(std::string_view text, std::uint32_t file, Draft& draft) : rest_(text), file_(file), draft_(draft) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

bool Lines::next() {
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
    line_ = rest_.substr(0, end);
    const bool two = rest_.substr(end, 2) == "\r\n";
    rest_.remove_prefix(std::min(end + (two ? 2 : 1), rest_.size()));
    ++number_;
    if (readable()) return true;
  }
  return false;
}

bool Lines::readable() {
  if (!text::is_valid_utf8(line_)) {
    draft_.fault(origin(), Code::lexicon_syntax, "invalid UTF-8; the line is passed over");
    return false;
  }
  const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; };
  if (std::any_of(line_.begin(), line_.end(), is_control)) {
    draft_.fault(origin(), Code::lexicon_syntax, "a control character; the line is passed over");
    return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view cut(std::string_view& text, char mark) {
  const std::size_t at = std::min(text.find(mark), text.size());
  const std::string_view before = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return before;
}

void add_name(Draft& draft, Name name) {
  if (name.surface.size() > kLongestName) {
    return draft.fault(name.origin, Code::lexicon_limit,
                       "a name of more than " + std::to_string(kLongestName) + " bytes is passed over");
  }
  const std::size_t words = words_of_name(name.surface).words.size();
  if (words == 0) return draft.fault(name.origin, Code::lexicon_syntax, "a name without a word");
  if (words > kMaxWords) {
    return draft.fault(
        name.origin, Code::lexicon_limit,
        "a name of more than " + std::to_string(kMaxWords) + " words is passed over: '" + name.surface + "'");
  }
  draft.names.push_back(std::move(name));
}

}  // namespace sayso::lexicon
