#include "speakers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "record/passage.h"
#include "text/spaces.h"
#include "text/unicode.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kMost = 8;  // speakers in the header

/// Words with one space between them, without a comma or dash at their end.
std::string squeezed(std::string_view text) {
  std::string out = text::single_spaced(text);
  out.resize(out.find_last_not_of(",;: -") + 1);
  return out;
}

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), text::ascii_lower);
  return text;
}

bool word_before(std::string_view text, std::size_t at) {
  return at > 0 && text::is_word(text::kind_of(text::decode_before(text, at).value));
}

bool word_at(std::string_view text, std::size_t at) {
  return at < text.size() && text::is_word(text::kind_of(text::decode(text, at).value));
}

/// Where `part` stands in `whole` as words of its own, capitals aside; npos if nowhere.
std::size_t find_words(const std::string& whole, const std::string& part) {
  const std::string all = lowered(whole), wanted = lowered(part);
  std::size_t at = all.find(wanted);
  while (at != std::string::npos && (word_before(all, at) || word_at(all, at + wanted.size()))) {
    at = all.find(wanted, at + 1);
  }
  return at;
}

bool has_words(const std::string& whole, const std::string& part) {
  return find_words(whole, part) != std::string::npos;
}

/// What an arrow alone would not tell.
std::string_view said_of(Relation relation) {
  if (relation == Relation::citing) return "citing";
  return relation == Relation::confirmed_by ? "confirmed by" : "";
}

}  // namespace

Speakers::Speakers(const Record& record) : record_(record) {
  for (const Actor& actor : record.actors) actors_.emplace(actor.id, &actor);
}

const Actor* Speakers::find(const std::string& id) const {
  const auto found = actors_.find(id);
  return found == actors_.end() ? nullptr : found->second;
}

void Speakers::add_named(Paragraph& line, const Actor* actor, std::string_view words, Style style) const {
  const std::string said = squeezed(words);
  const std::string name = actor == nullptr || actor->name.empty() ? said : squeezed(actor->name);
  if (said.empty() || has_words(name, said)) return line.add(name, style);
  const std::size_t at = find_words(said, name);
  if (at == std::string::npos) {
    line.add(name, style);
    return line.add("(“" + said + "”)", Style::faint);
  }
  // The name within its words: what is joined to it, as a comma is, shares its style.
  const std::size_t end = std::min(said.find(' ', at + name.size()), said.size());
  const std::size_t begin = said.find_last_of(' ', at) + 1;  // 0 where there is none
  line.add(said.substr(0, begin), Style::faint);
  line.add(said.substr(begin, end - begin), style);
  line.add(said.substr(end), Style::faint);
}

void Speakers::add_source(Paragraph& line, const Statement& statement) const {
  const std::string_view text = record_.document.text;
  if (statement.source) {
    add_named(line, find(statement.actor), words_of(text, *statement.source), Style::speaker);
  } else {
    line.add("no named source", Style::faint);
  }
  for (const Hop& hop : statement.chain) {
    if (hop.relation == Relation::published_by) continue;
    line.mark("←");
    line.add(said_of(hop.relation), Style::faint);
    add_named(line, find(hop.actor), words_of(text, hop.span), Style::relay);
  }
}

std::string Speakers::name(const std::string& id) const {
  const Actor* actor = find(id);
  return actor == nullptr ? std::string() : squeezed(actor->name);
}

std::string Speakers::description(const Actor& actor) const {
  const std::string name = squeezed(actor.name);
  std::string out;
  if (!actor.roles.empty()) out = squeezed(words_of(record_.document.text, actor.roles.front()));
  if (has_words(name, out)) out.clear();
  const Actor* represented = find(actor.represents);
  if (represented == nullptr) return out;
  const std::string other = squeezed(represented->name);
  // "coordinator at the council" already says for whom.
  const bool told = has_words(out, "for") || has_words(out, "at") || has_words(out, "of");
  if (told || has_words(name, other) || has_words(out, other)) return out;
  return out + (out.empty() ? "for " : " for ") + other;
}

Paragraph Speakers::most() const {
  Paragraph line;
  if (record_.statements.size() < 2) return line;
  std::unordered_map<const Actor*, std::size_t> statements;
  for (const Statement& statement : record_.statements) {
    if (const Actor* actor = find(statement.actor); actor != nullptr) ++statements[actor];
  }
  std::vector<std::pair<std::size_t, const Actor*>> order;
  for (const Actor& actor : record_.actors) {
    if (const auto found = statements.find(&actor); found != statements.end())
      order.emplace_back(found->second, &actor);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < std::min(order.size(), kMost); ++i) {
    const auto& [count, actor] = order[i];
    const std::string what = description(*actor);
    line.next(std::to_string(count));
    line.add(squeezed(actor->name) + (what.empty() ? "" : ","), Style::speaker);
    line.add(what, Style::faint);
  }
  if (order.size() > kMost) line.next("and " + std::to_string(order.size() - kMost) + " more", Style::faint);
  return line;
}

}  // namespace sayso::cli
