#include "model/forms.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace sayso::model {
namespace {

constexpr std::array<std::pair<Form, std::string_view>, 8> kPronouns{{
    {Form::he, " he him his himself "},
    {Form::she, " she her hers herself "},
    {Form::it, " it its itself "},
    {Form::they, " they them their theirs themselves "},
    {Form::i, " i me my mine myself "},
    {Form::we, " we us our ours ourselves "},
    {Form::you, " you your yours yourself yourselves "},
    {Form::other, " who whom whose which that this these those there here one each both some all "},
}};

}  // namespace

std::size_t end_of_word(std::span<const text::Piece> pieces, std::size_t at) {
  std::size_t end = at + 1;
  while (end < pieces.size() && pieces[end].gap == text::Gap::inside_word) ++end;
  return end;
}

Form form_of(std::span<const text::Piece> pieces, std::size_t at, const text::Vocabulary& vocabulary) {
  std::string word(" ");
  const std::size_t end = end_of_word(pieces, at);
  for (std::size_t i = at; i < end; ++i) word += vocabulary.piece(pieces[i].id).substr(i == at ? 0 : 2);  // "##"
  word += ' ';
  const text::Case letters = pieces[at].letter_case;
  if (letters == text::Case::capitals) return Form::name;  // the US
  for (const auto& [form, words] : kPronouns) {
    if (words.find(word) != std::string_view::npos) return form;
  }
  const bool digit = word[1] >= '0' && word[1] <= '9';
  return digit || (letters != text::Case::none && letters != text::Case::lower) ? Form::name : Form::nominal;
}

std::vector<std::uint32_t> number_words(std::span<const text::Piece> pieces, std::span<const std::uint32_t> heads,
                                        const text::Vocabulary& vocabulary) {
  std::map<std::u32string, std::uint32_t> known;
  std::vector<std::uint32_t> out;
  std::uint32_t next = 0;
  for (const std::uint32_t head : heads) {
    if (pieces[head].id == vocabulary.unknown()) {
      out.push_back(next++);
      continue;
    }
    std::u32string word;
    const std::size_t end = end_of_word(pieces, head);
    for (std::size_t i = head; i < end; ++i) word += static_cast<char32_t>(pieces[i].id);
    const auto [found, fresh] = known.try_emplace(std::move(word), next);
    if (fresh) ++next;
    out.push_back(found->second);
  }
  return out;
}

}  // namespace sayso::model
