// Fills a database with variations of given records, and times questions to it.
//
//   sayso read news/ --format jsonl --output records.jsonl
//   build/release/bin/bench_store records.jsonl big.db 1000000
//
// Each variation has another day (of ten years), outlet (of 200) and persons (each name becomes one of 20); its words
// are those of the record. Prints one JSON object: seconds and bytes of the database, and for each sort of question the
// median, 95th percentile and maximum in milliseconds over 200 questions. The same seed gives the same questions.
#include "sayso/store.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "base/dates.h"
#include "record/passage.h"
#include "sayso/record.h"

namespace {

using namespace sayso;
using Clock = std::chrono::steady_clock;
constexpr int kQuestions = 200;
constexpr auto kFirstDay = std::chrono::sys_days(std::chrono::year{2015} / 1 / 1);
constexpr int kDays = 3650, kOutlets = 200, kPersons = 20;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "bench_store: %s\n", message.c_str());
  std::exit(1);
}

template <class T>
T value(Result<T> result) {
  if (!result.ok()) fail(result.error().to_string());
  return std::move(*result);
}

class Bench {
 public:
  explicit Bench(std::vector<Record> records) : records_(std::move(records)) {}

  void fill(const std::string& path, std::int64_t target) {
    auto store = value(Store::open(path, Store::Access::write));
    std::int64_t statements = value(store.counts()).statements;
    const auto start = Clock::now();
    double packing = 0;
    std::uint64_t text = 0, documents = 0;
    for (; statements < target; ++documents) {
      const Record record = variation(documents);
      const auto before = Clock::now();
      const std::string packed = Store::pack(record);
      packing += since(before);
      if (!value(store.add(record, packed))) continue;
      statements += static_cast<std::int64_t>(record.statements.size());
      text += record.document.text.size();
      if (documents % 500 == 499) value(store.commit());
    }
    value(store.commit());
    if (documents == 0) return;
    std::error_code error;
    std::printf(
        "\"documents\":%llu,\"text_bytes\":%llu,\"database_bytes\":%llu,\"add_seconds\":%.1f,"
        "\"of_them_packing\":%.1f,",
        static_cast<unsigned long long>(documents), static_cast<unsigned long long>(text),
        static_cast<unsigned long long>(std::filesystem::file_size(path, error)), since(start), packing);
  }

  void ask(const std::string& path) {
    const auto store = value(Store::open(path, Store::Access::read));
    const auto time = [&](const char* name, const std::function<Question()>& question,
                          Result<std::vector<Hit>> (Store::*method)(const Question&) const) {
      std::vector<double> milliseconds;
      std::size_t hits = 0;
      for (int i = 0; i < kQuestions; ++i) {
        const Question each = question();
        const auto start = Clock::now();
        hits += value((store.*method)(each)).size();
        milliseconds.push_back(since(start) * 1000);
      }
      std::sort(milliseconds.begin(), milliseconds.end());
      std::printf("\"%s\":{\"p50\":%.2f,\"p95\":%.2f,\"max\":%.2f,\"hits\":%.1f},", name, milliseconds[kQuestions / 2],
                  milliseconds[kQuestions * 95 / 100], milliseconds.back(), static_cast<double>(hits) / kQuestions);
    };
    time(
        "find", [&] { return about(); }, &Store::find);
    time(
        "find_by_speaker", [&] { return by(about()); }, &Store::find);
    time(
        "find_in_days", [&] { return within(about()); }, &Store::find);
    time(
        "timeline", [&] { return oldest(by({})); }, &Store::find);
    time(
        "ledger", [&] { return acted(within({})); }, &Store::ledger);
    time(
        "ledger_by_actor", [&] { return due(by({})); }, &Store::ledger);
    time(
        "events", [&] { return within(about()); }, &Store::events);
  }

 private:
  std::uint64_t random(std::uint64_t below) { return generator_() % below; }

  Record variation(std::uint64_t number) {
    Record record = records_[random(records_.size())];
    record.document.id = "bench" + std::to_string(number);
    record.document.published = iso_day(kFirstDay + std::chrono::days(random(kDays)));
    record.document.outlet = "Outlet " + std::to_string(random(kOutlets));
    for (Actor& actor : record.actors) {
      if (actor.kind == ActorKind::person) actor.name += " Variant" + std::to_string(random(kPersons));
      if (actor.kind == ActorKind::person) actor.wikidata.clear();
    }
    return record;
  }

  const Record& any() {
    for (;;) {
      const Record& record = records_[random(records_.size())];
      if (!record.statements.empty()) return record;
    }
  }

  /// One or two words of a statement.
  Question about() {
    Question question;
    const Record& record = any();
    const Statement& statement = record.statements[random(record.statements.size())];
    std::string content(words_of(record.document.text, statement.content.front()));
    std::vector<std::string> words;
    std::string word;
    for (const char c : content + " ") {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
        word += c;
      } else {
        if (word.size() > 3) words.push_back(word);
        word.clear();
      }
    }
    if (words.empty()) words.emplace_back("president");
    question.about = words[random(words.size())];
    if (random(2) == 1) question.about += " " + words[random(words.size())];
    return question;
  }

  Question by(Question question) {
    const Record& record = any();
    std::vector<std::string> names;
    for (const Actor& actor : record.actors) {
      if (actor.kind == ActorKind::person && !actor.name.empty()) names.push_back(actor.name);
    }
    question.speaker = names.empty() ? "president" : names[random(names.size())];
    return question;
  }

  Question within(Question question) {
    question.since = kFirstDay + std::chrono::days(random(kDays));
    question.until = *question.since + std::chrono::days(random(200));
    return question;
  }

  static Question oldest(Question question) {
    question.oldest_first = true;
    return question;
  }

  static Question due(Question question) {
    question.due_from = kFirstDay;
    return question;
  }

  Question acted(Question question) {
    question.act = static_cast<Act>(random(11));
    return question;
  }

  std::vector<Record> records_;
  std::mt19937_64 generator_{7};
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) fail("give RECORDS.jsonl, DATABASE and a number of statements");
  std::ifstream lines(argv[1]);
  std::vector<Record> records;
  for (std::string line; std::getline(lines, line);) records.push_back(value(from_json(line)));
  if (records.empty()) fail("there is no record");
  Bench bench(std::move(records));
  std::printf("{");
  bench.fill(argv[2], std::atoll(argv[3]));
  bench.ask(argv[2]);
  std::printf("\"seed\":7}\n");
}
