#include <doctest/doctest.h>

#include <string>

#include "serve/answer_cache.h"

using sayso::serve::AnswerCache;

TEST_CASE("an answer is kept as long as the database is as it was") {
  AnswerCache cache(1000);
  CHECK(!cache.find(1, "who"));
  cache.keep(1, "who", "Holm");
  CHECK(cache.find(1, "who") == "Holm");
  CHECK(!cache.find(1, "when"));
  CHECK(!cache.find(2, "who"));
  CHECK(!cache.find(1, "who"));
}

TEST_CASE("no more is kept than it may hold, and what is asked for again stays") {
  AnswerCache cache(1000);
  cache.keep(1, "large", std::string(200, 'x'));
  CHECK(!cache.find(1, "large"));
  cache.keep(1, "often", "yes");
  for (int i = 0; i < 100; ++i) {
    cache.keep(1, "q" + std::to_string(i), std::string(50, 'x'));
    CHECK(cache.find(1, "often") == "yes");
  }
  int kept = 0;
  for (int i = 0; i < 100; ++i) kept += cache.find(1, "q" + std::to_string(i)) ? 1 : 0;
  CHECK(kept > 5);
  CHECK(kept < 20);
}
