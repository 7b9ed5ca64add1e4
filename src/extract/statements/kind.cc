#include "extract/statements/kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "text/inflection.h"
#include "text/tokens.h"
#include "text/unicode.h"

namespace sayso::extract {
namespace {

struct Row {
  StatementKind kind;
  std::string_view regular;    ///< lemmas whose other forms follow from them
  std::string_view irregular;  ///< all other forms
};

constexpr std::array kRows{
    Row{StatementKind::say,
        "accuse acknowledge add address admit advise affirm allege announce answer argue ask assert assure attribute "
        "blame "
        "boast call caution charge cite claim comment complain conclude condemn confess confirm contend counter "
        "criticize "
        "criticise declare defend demand denounce describe disclose emphasize emphasise encourage endorse estimate "
        "explain "
        "express indicate inform insist invite joke lament maintain mention mock name note object observe offer oppose "
        "order "
        "outline point portray praise predict pledge present proclaim promise propose quote recall recommend refer "
        "reiterate "
        "remark remind repeat reply report request respond reveal signal slam state stress suggest support testify "
        "thank "
        "threaten tout tweet underline underscore urge voice vow warn welcome whisper recommend reject dismiss",
        "say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken "
        "speaking "
        "read reads according saying words statement comments swear swore sworn put puts show shows showed shown"},
    Row{StatementKind::belief,
        "anticipate assume believe consider doubt expect fear imagine presume regard regret suppose suspect worry",
        "think thinks thought thinking feel feels felt feeling know knows knew known see sees saw understand "
        "understands "
        "understood hold held find finds found view views concern concerned worried confident optimistic convinced "
        "fears"},
    Row{StatementKind::intent, "aim attempt desire hope intend prefer want wish",
        "seek seeks sought seeking mean means meant hopes ambition aspiration aims determined"},
    Row{StatementKind::plan, "plan prepare schedule", "plans planned planning"},
    Row{StatementKind::denial, "deny rebut refute", "denial"},
    Row{StatementKind::question, "inquire question wonder", "questions"},
};

const std::unordered_map<std::string, StatementKind>& forms() {
  static const auto kAll = [] {
    std::unordered_map<std::string, StatementKind> made;
    const auto each = [](std::string_view words, auto&& use) {
      while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (end > 0) use(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    };
    for (const Row& row : kRows) {
      each(row.irregular, [&](std::string_view word) { made.emplace(word, row.kind); });
      each(row.regular, [&](std::string_view word) {
        for (const std::string& form : text::verb_forms(word)) made.emplace(form, row.kind);
      });
    }
    return made;
  }();
  return kAll;
}

}  // namespace

std::optional<StatementKind> kind_of_cue(std::string_view cue) {
  std::optional<StatementKind> kind;
  for (const text::Token& token : text::tokens(cue)) {
    std::string word(token.span.of(cue));
    std::transform(word.begin(), word.end(), word.begin(), text::ascii_lower);
    if (const auto found = forms().find(word); found != forms().end()) kind = found->second;
  }
  return kind;
}

}  // namespace sayso::extract
