#pragma once
#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/syntax.h"

namespace sayso {

/// A text with its trees.
struct Parsed {
  std::string text;
  std::vector<model::Word> words;
};

inline std::vector<std::string_view> split_at(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

inline model::PartOfSpeech pos_named(std::string_view name) {
  using enum model::PartOfSpeech;
  static const std::map<std::string_view, model::PartOfSpeech> kNames{
      {"ADJ", adj},   {"ADP", adp}, {"ADV", adv},   {"AUX", aux},     {"CCONJ", cconj}, {"DET", det},
      {"NOUN", noun}, {"NUM", num}, {"PART", part}, {"PRON", pron},   {"PROPN", propn}, {"PUNCT", punct},
      {"SYM", sym},   {"X", x},     {"VERB", verb}, {"SCONJ", sconj}, {"INTJ", intj}};
  return kNames.at(name);
}

inline model::Relation relation_named(std::string_view name) {
  using enum model::Relation;
  static const std::map<std::string_view, model::Relation> kNames{{"root", root},
                                                                  {"acl", acl},
                                                                  {"advcl", advcl},
                                                                  {"advmod", advmod},
                                                                  {"amod", amod},
                                                                  {"appos", appos},
                                                                  {"aux", aux},
                                                                  {"case", case_marking},
                                                                  {"cc", cc},
                                                                  {"ccomp", ccomp},
                                                                  {"conj", conj},
                                                                  {"cop", cop},
                                                                  {"det", det},
                                                                  {"expl", expl},
                                                                  {"flat", flat},
                                                                  {"iobj", iobj},
                                                                  {"mark", mark},
                                                                  {"nmod", nmod},
                                                                  {"nsubj", nsubj},
                                                                  {"nummod", nummod},
                                                                  {"obj", obj},
                                                                  {"obl", obl},
                                                                  {"punct", punct},
                                                                  {"xcomp", xcomp},
                                                                  {"compound", compound},
                                                                  {"parataxis", parataxis}};
  return kNames.at(name);
}

/// Sentences in lines, words parted by blanks: "form/UPOS/head/relation" as in CoNLL-U, heads counted from 1, 0 for the
/// root. A form may stand alone before "/PUNCT/...". Words are joined by blanks, lines by line breaks.
inline Parsed parsed(std::string_view markup) {
  Parsed out;
  std::uint32_t sentence = 0;
  for (const std::string_view line : split_at(markup, '\n')) {
    const auto first = static_cast<std::uint32_t>(out.words.size());
    for (const std::string_view word : split_at(line, ' ')) {
      const auto parts = split_at(word, '/');
      if (!out.text.empty() && out.words.size() > first) out.text += ' ';
      model::Word& added = out.words.emplace_back();
      added.span = {out.text.size(), out.text.size() + parts[0].size()};
      out.text += parts[0];
      added.sentence = sentence;
      added.pos = pos_named(parts[1]);
      const auto head = static_cast<std::uint32_t>(std::stoul(std::string(parts[2])));
      added.head = head == 0 ? static_cast<std::uint32_t>(out.words.size() - 1) : first + head - 1;
      added.relation = relation_named(parts[3]);
    }
    out.text += '\n';
    ++sentence;
  }
  return out;
}

}  // namespace sayso
