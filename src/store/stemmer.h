#pragma once
#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace sayso::store {

/// Stems of English words by Snowball's Porter2. For one thread at a time.
class Stemmer {
 public:
  Stemmer();
  /// `word` in small letters.
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace sayso::store
