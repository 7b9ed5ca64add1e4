#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/actors/actors.h"
#include "extract/statements/mode.h"
#include "lexicon_support.h"

namespace sayso::extract {

/// The lexicon that ships.
inline const lexicon::Lexicon& shipped_lexicon() {
  static const auto opened = lexicon::Lexicon::open(SAYSO_SOURCE_DIR "/lexicon");
  return *opened;
}

/// A text with the statements and mentions that a test gives it, as if a model had found them. Each word is one piece.
class Story {
 public:
  explicit Story(std::string text)
      : text_(std::move(text)), tokens_(text::tokens(text_)), quotations_(text::quote_regions(text_)) {
    for (const text::Token& token : tokens_) {
      text::Piece& piece = reading_.pieces.emplace_back();
      piece.begin = static_cast<std::uint32_t>(token.span.begin);
      piece.end = static_cast<std::uint32_t>(token.span.end);
    }
  }

  /// A statement. Its source is looked for behind that of the statement before, its content in the whole text; "" is
  /// no source, and the text's last byte as content. `inside`: the id of the statement that holds this one.
  Story& said(std::string_view source, std::string_view content = {}, std::string inside = {}) {
    Statement& made = statements.emplace_back();
    made.id = "s" + std::to_string(statements.size());
    made.inside = std::move(inside);
    if (!source.empty()) made.source = next(source, sources_end_);
    std::size_t anywhere = 0;
    made.content.push_back(content.empty() ? Span{text_.size() - 1, text_.size()} : next(content, anywhere));
    made.mode = mode_of(text_, made.content, quotations_);
    return *this;
  }

  /// A said-on hop of the statement with this index, looked for behind that of the call before.
  Story& through(std::size_t statement, std::string_view medium) {
    statements[statement].chain.push_back({Relation::said_on, next(medium, hops_end_), {}});
    return *this;
  }
  /// Whom the statement with this index is said to.
  Story& to(std::size_t statement, std::string_view addressee) {
    std::size_t anywhere = 0;
    statements[statement].addressee = next(addressee, anywhere);
    return *this;
  }

  /// A mention, looked for behind the one before. Mentions of one `entity` are one for the model; 0: like no other. Its
  /// head is the last word of `head`, or else of the mention.
  Story& mention(std::string_view name, model::MentionKind kind = model::MentionKind::person, std::uint32_t entity = 0,
                 std::string_view head = {}) {
    std::size_t within_mention = mentions_end_;
    const Span span = next(name, mentions_end_);
    const Span of_head = head.empty() ? span : next(head, within_mention);
    model::Mention& made = reading_.mentions.emplace_back();
    made.first = piece_at(span.begin);
    made.last = piece_at(span.end - 1);
    made.head = piece_at(of_head.end - 1);
    made.kind = kind;
    made.entity = entity != 0 ? entity : 1000 + static_cast<std::uint32_t>(reading_.mentions.size());
    return *this;
  }

  /// Finds the actors, once.
  Story& read(const lexicon::Lexicon& lexicon = shipped_lexicon()) {
    const auto by_head = [](const model::Mention& a, const model::Mention& b) { return a.head < b.head; };
    std::stable_sort(reading_.mentions.begin(), reading_.mentions.end(), by_head);
    actors = find_actors(text_, tokens_, lexicon, lexicon.find(text_, tokens_), reading_, 0, {}, statements);
    return *this;
  }

  /// The names of the statements' actors, "-" for none: "Ada Holm, -, Ada Holm".
  [[nodiscard]] std::string speakers() const {
    std::string out;
    for (const Statement& statement : statements) {
      const Actor* actor = with_id(statement.actor);
      (out += out.empty() ? "" : ", ") += actor == nullptr ? "-" : actor->name;
    }
    return out;
  }
  [[nodiscard]] const Actor* with_id(std::string_view id) const {
    for (const Actor& actor : actors) {
      if (actor.id == id) return &actor;
    }
    return nullptr;
  }
  /// The actor of a name; an actor without one where there is none.
  [[nodiscard]] Actor named(std::string_view name) const {
    for (const Actor& actor : actors) {
      if (actor.name == name) return actor;
    }
    return {};
  }
  /// "Ada Holm|She|her": the mentions of the actor of a name.
  [[nodiscard]] std::string mentions(std::string_view name) const {
    std::string out;
    for (const ActorMention& mention : named(name).mentions) (out += out.empty() ? "" : "|") += mention.span.of(text_);
    return out;
  }
  /// "foreign minister|envoy": the words that tell the offices of the actor of a name.
  [[nodiscard]] std::string roles(std::string_view name) const {
    std::string out;
    for (const Span& role : named(name).roles) (out += out.empty() ? "" : "|") += role.of(text_);
    return out;
  }
  /// The name of whom the actor of a name speaks for.
  [[nodiscard]] std::string represented_by(std::string_view name) const {
    const Actor* other = with_id(named(name).represents);
    return other == nullptr ? std::string() : other->name;
  }

  std::vector<Statement> statements;
  std::vector<Actor> actors;

 private:
  /// The next occurrence of some words, behind which the search goes on.
  [[nodiscard]] Span next(std::string_view words, std::size_t& from) const {
    const std::size_t begin = text_.find(words, from);
    REQUIRE_MESSAGE(begin != std::string::npos, "not in the text: ", std::string(words));
    from = begin + words.size();
    return {begin, from};
  }
  [[nodiscard]] std::uint32_t piece_at(std::size_t byte) const {
    const auto behind =
        std::partition_point(tokens_.begin(), tokens_.end(), [&](const auto& token) { return token.span.end <= byte; });
    return static_cast<std::uint32_t>(behind - tokens_.begin());
  }

  std::string text_;
  std::vector<text::Token> tokens_;
  std::vector<text::QuoteRegion> quotations_;
  model::Reading reading_;
  std::size_t sources_end_ = 0, mentions_end_ = 0, hops_end_ = 0;
};

}  // namespace sayso::extract
