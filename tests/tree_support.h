#pragma once
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/syntax.h"
#include "text/tokens.h"

namespace sayso {

/// A text with a tree, written by hand: one word a line as "WORD POS RELATION HEAD", HEAD counted from 1 within the
/// sentence, 0 for its root; an empty line between sentences. Words are joined by blanks; a word that begins with "~"
/// follows without one ("~'s", "~.").
struct Parsed {
  std::string text;
  std::vector<model::Word> words;
};

inline Parsed parsed(const std::string& lines) {
  using P = model::PartOfSpeech;
  using R = model::Relation;
  static const std::map<std::string, P> kParts{
      {"adj", P::adj},   {"adp", P::adp},   {"adv", P::adv},     {"aux", P::aux},     {"cconj", P::cconj},
      {"det", P::det},   {"noun", P::noun}, {"num", P::num},     {"part", P::part},   {"pron", P::pron},
      {"propn", P::propn}, {"punct", P::punct}, {"sconj", P::sconj}, {"verb", P::verb}};
  static const std::map<std::string, R> kRelations{
      {"root", R::root},       {"acl", R::acl},     {"advcl", R::advcl}, {"advmod", R::advmod}, {"amod", R::amod},
      {"appos", R::appos},     {"aux", R::aux},     {"case", R::case_},  {"cc", R::cc},         {"ccomp", R::ccomp},
      {"compound", R::compound}, {"conj", R::conj}, {"cop", R::cop},     {"det", R::det},       {"flat", R::flat},
      {"iobj", R::iobj},       {"mark", R::mark},   {"nmod", R::nmod},   {"nsubj", R::nsubj},   {"obj", R::obj},
      {"obl", R::obl},         {"punct", R::punct}, {"xcomp", R::xcomp}};
  Parsed out;
  std::istringstream in(lines);
  std::string line;
  std::uint32_t sentence = 0, begin = 0;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string word, part, relation;
    std::uint32_t head = 0;
    if (!(fields >> word >> part >> relation >> head)) {
      if (!out.words.empty() && out.words.back().sentence == sentence) ++sentence;
      begin = static_cast<std::uint32_t>(out.words.size());
      continue;
    }
    if (word.front() == '~') {
      word.erase(0, 1);
    } else if (!out.text.empty()) {
      out.text += ' ';
    }
    const auto index = static_cast<std::uint32_t>(out.words.size());
    model::Word each;
    each.span = {out.text.size(), out.text.size() + word.size()};
    each.head = head == 0 ? index : begin + head - 1;
    each.sentence = sentence;
    each.pos = kParts.at(part);
    each.relation = kRelations.at(relation);
    out.words.push_back(each);
    out.text += word;
  }
  return out;
}

}  // namespace sayso
