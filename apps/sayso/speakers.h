#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "sayso/record.h"
#include "wrap.h"

namespace sayso::cli {

/// Who says what and through whom, as a page tells it. The record must outlive it.
class Speakers {
 public:
  explicit Speakers(const Record& record);

  /// `John Kirby (“he”) ← a telethon broadcast ← RBK-Ukraine`. Names are those of the actors; the words of the text
  /// follow where they say something else. The article's own outlet stands in the page's header and not here.
  void add_source(Paragraph& line, const Statement& statement) const;

  /// The name of an actor; empty where there is no such.
  [[nodiscard]] std::string name(const std::string& id) const;

  /// Those with the most statements, and what they are: `8 Ilse Varga, spokeswoman for Varland · 1 Tarn`. Empty where
  /// nobody is known or there is but one statement.
  [[nodiscard]] Paragraph most() const;

 private:
  [[nodiscard]] const Actor* find(const std::string& id) const;
  void add_named(Paragraph& line, const Actor* actor, std::string_view words, Style style) const;
  [[nodiscard]] std::string description(const Actor& actor) const;

  const Record& record_;
  std::unordered_map<std::string_view, const Actor*> actors_;  ///< by id
};

}  // namespace sayso::cli
