#include <doctest/doctest.h>

#include "actors_support.h"
#include "extract/actors/outlet.h"

using namespace sayso;
using extract::Story;

TEST_CASE("the article's own outlet closes a chain and is no other hop of it") {
  Story story("Ada Holm told Reuters on a telethon that it rains.");
  story.said("Ada Holm").through(0, "Reuters").through(0, "a telethon").read();
  extract::close_chains("Reuters", extract::shipped_lexicon(), story.actors, story.statements);
  const auto& chain = story.statements.front().chain;
  REQUIRE(chain.size() == 2);
  CHECK(story.with_id(chain[0].actor)->name == "telethon");
  CHECK(chain[1].relation == Relation::published_by);
  CHECK(story.with_id(chain[1].actor)->name == "Reuters");
}
