// How well statements that repeat others are found.
//
//   sayso read polnear/dev/text --format jsonl --output records.jsonl
//   build/release/bin/bench_links records.jsonl repeats.db
//
// The first half of the records is added as it is. Of each statement of at least ten words in them, one in two comes
// back in a document of its own as an editor would take it over: other quotation marks, one word in twelve left out,
// altered or put in, and in one of three cases up to two fifths cut off at an end. The second half of the records is
// added between them, so that most of what is compared has nothing to do with it. A link from such a document counts as
// right where it leads to the statement that it was made of, or to one with the same words; one from another document
// of the second half counts as wrong, unless at least nine of ten words are the same. Prints precision and recall. Same
// seed, same set.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "record/passage.h"
#include "sayso/record.h"
#include "sayso/store.h"
#include "store/repeats.h"

namespace {

using namespace sayso;

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "bench_links: %s\n", message.c_str());
  std::exit(1);
}

template <class T>
T value(Result<T> result) {
  if (!result.ok()) fail(result.error().to_string());
  return std::move(*result);
}

std::string content_of(const Hit& hit) {
  std::string out;
  for (const Span& span : hit.record->statements[hit.index].content) {
    out += std::string(words_of(hit.record->document.text, span)) + " ";
  }
  return out;
}

class Editor {
 public:
  std::string edited(const std::vector<std::string>& words) {
    std::size_t begin = 0, end = words.size();
    if (random(3) == 0) {
      const std::size_t cut = random(words.size() * 2 / 5 + 1);
      if (random(2) == 0) {
        begin += cut;
      } else {
        end -= cut;
      }
    }
    std::string out = random(2) == 0 ? "\"" : "\xE2\x80\x9C";
    for (std::size_t i = begin; i < end; ++i) {
      const bool altered = random(12) == 0;
      const auto how = altered ? random(3) : 3;
      if (how == 0) continue;
      out += (how == 1 ? "altered" : words[i]) + " ";
      if (how == 2) out += "indeed ";
    }
    return out + (random(2) == 0 ? "\"" : "\xE2\x80\x9D");
  }
  std::uint64_t random(std::uint64_t below) { return generator_() % below; }

 private:
  std::mt19937_64 generator_{11};
};

/// A document with one statement.
Record article_of(const std::string& content, std::size_t number) {
  Record record;
  record.document.text = "It was said: " + content;
  record.document.id = "edited" + std::to_string(number);
  Statement& statement = record.statements.emplace_back();
  statement.id = "s1";
  statement.content = {{13, record.document.text.size()}};
  return record;
}

void add(Store& store, const Record& record) { value(store.add(record, Store::pack(record))); }

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) fail("give RECORDS.jsonl and a DATABASE to make");
  std::ifstream lines(argv[1]);
  std::vector<Record> records;
  for (std::string line; std::getline(lines, line);) records.push_back(value(from_json(line)));
  auto store = value(Store::open(argv[2], Store::Access::write));
  Editor editor;
  std::vector<std::string> originals;  // of the edited documents, by number
  std::vector<std::string> edited;
  const std::size_t half = records.size() / 2;
  for (std::size_t i = 0; i < half; ++i) {
    add(store, records[i]);
    const auto record = std::make_shared<const Record>(records[i]);
    for (std::size_t s = 0; s < record->statements.size(); ++s) {
      const std::string content = content_of({record, s});
      const auto words = store::compared_words(content);
      if (words.size() < 10 || editor.random(2) == 0) continue;
      std::string changed = editor.edited(words);
      if (store::compared_words(changed).size() < 6) continue;
      originals.push_back(content);
      edited.push_back(std::move(changed));
    }
  }
  for (std::size_t i = 0, next = half; i < edited.size(); ++i) {
    add(store, article_of(edited[i], i));
    if (i % 8 == 0 && next < records.size()) add(store, records[next++]);
  }
  value(store.commit());
  Question all;
  all.limit = 1000000;
  all.link = LinkKind::repeats;
  std::size_t found = 0, right = 0, wrong = 0;
  std::vector<bool> seen(edited.size());
  for (const Link& link : value(store.links(all))) {
    const auto later = store::compared_words(content_of(link.later));
    const auto earlier = store::compared_words(content_of(link.earlier));
    const std::string& id = link.later.record->document.id;
    if (!id.starts_with("edited")) {
      (store::likeness(later, earlier) >= 0.9 ? right : wrong) += 1;
      continue;
    }
    const auto number = static_cast<std::size_t>(std::atoll(id.c_str() + 6));
    const bool same = store::likeness(earlier, store::compared_words(originals[number])) >= 0.9;
    (same ? right : wrong) += 1;
    if (same && !seen[number]) ++found;
    seen[number] = seen[number] || same;
  }
  std::printf("{\"edited\":%zu,\"links\":%zu,\"precision\":%.4f,\"recall\":%.4f}\n", edited.size(), right + wrong,
              static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(right + wrong, 1)),
              static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(edited.size(), 1)));
}
