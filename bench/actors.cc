// What find_actors costs for each word of a short and of a long text, each of several sorts.
//   bench_actors build/release/sayso.lexicon
#include "extract/actors/actors.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace {

using sayso::Span;
using sayso::Statement;

/// A text with its statements and mentions, as if a model had found them.
struct Story {
  std::string text;
  std::vector<Statement> statements;
  std::vector<Span> mentions;  ///< ascending

  Span add(std::string_view words) {
    const std::size_t begin = text.size();
    text += words;
    return {begin, text.size()};
  }
  void add_mention(std::string_view words) { mentions.push_back(add(words)); }
  /// Its source is the last mention.
  void add_statement(const Span& content, sayso::Mode mode) {
    Statement& made = statements.emplace_back();
    made.id = "s" + std::to_string(statements.size());
    made.mode = mode;
    made.content.push_back(content);
    made.source = mentions.back();
  }
};

/// A capitalised word for a number: "Bado", "Kilaru".
std::string name(std::size_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz", kVowels = "aeiou";
  std::string out;
  for (std::size_t rest = number + 70; rest > 0; rest /= 70) {
    out += kConsonants[rest % 70 / 5];
    out += kVowels[rest % 5];
  }
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

/// Paragraph `i` of a text; about 40 words. `people` different surnames.
void add_paragraph(Story& story, std::size_t i, std::size_t people) {
  const std::string surname = name(i % people);
  const Span claim = story.add("Rain fell on the harbour of Kyiv for a whole week");
  story.add(", ");
  story.add_mention("Foreign Minister Anna " + surname);
  story.add_statement(claim, sayso::Mode::indirect);
  story.add(" of France said. ");
  const std::size_t begin = story.text.size();
  story.add("\"");
  story.add_mention("We");
  story.add(" will stay with the Ukrainian government,\" ");
  const Span quoted{begin, story.text.size() - 1};
  story.add_mention("she");
  story.add_statement(quoted, sayso::Mode::direct);
  story.add(" added. According to ");
  story.add_mention("the ministry");
  story.add(", ");
  story.add_statement(story.add("ships that left " + surname + " Shipping are safe"), sayso::Mode::indirect);
  story.add(".\n\n");
}

/// Of the processor, not of the day: a long run shares it with others.
double seconds(std::clock_t begun) { return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC; }

/// Microseconds that each word of a text of about so many takes, the best of some runs.
double cost(const sayso::lexicon::Lexicon& lexicon, std::size_t words, std::size_t people) {
  Story story;
  for (std::size_t i = 0; i * 41 < words; ++i) add_paragraph(story, i, people);
  const auto tokens = sayso::text::tokens(story.text);
  const auto names = lexicon.find(story.text, tokens);
  sayso::model::Reading reading;
  for (const auto& token : tokens) {
    auto& piece = reading.pieces.emplace_back();
    piece.begin = static_cast<std::uint32_t>(token.span.begin);
    piece.end = static_cast<std::uint32_t>(token.span.end);
  }
  std::uint32_t piece = 0;
  for (const Span& span : story.mentions) {
    while (tokens[piece].span.begin < span.begin) ++piece;
    auto& mention = reading.mentions.emplace_back();
    mention.first = piece;
    while (tokens[piece].span.end < span.end) ++piece;
    mention.head = mention.last = piece;
    mention.entity = static_cast<std::uint32_t>(reading.mentions.size());
  }
  double best = 1e9;
  const std::clock_t begun = std::clock();
  do {
    auto statements = story.statements;
    const std::clock_t from = std::clock();
    const auto actors = sayso::extract::find_actors(story.text, tokens, lexicon, names, reading, 0, {}, statements);
    if (actors.empty()) std::printf("no actors\n");
    best = std::min(best, seconds(from) * 1e6 / static_cast<double>(tokens.size()));
  } while (seconds(begun) < 1);
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "bench_actors LEXICON\n"), 2;
  const auto lexicon = sayso::lexicon::Lexicon::open(argv[1]);
  if (!lexicon.ok()) return std::fprintf(stderr, "cannot be read\n"), 1;
  for (const std::size_t people : {1U, 20U, 1000000U}) {
    const double few = cost(*lexicon, 1000, people), many = cost(*lexicon, 200000, people);
    std::printf("%7zu people: %.3f us a word of 1,000, %.3f of 200,000, ratio %.2f\n", people, few, many, many / few);
  }
}
