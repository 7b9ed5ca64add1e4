#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "store_support.h"

namespace sayso::test {
namespace {

Record numbered(int number) {
  return Article("2024-05-03", "Outlet " + std::to_string(number)).says("Ada Holm", "the ferries would stop").record();
}

TEST_CASE("one store may be asked by several threads while another adds to it") {
  constexpr int kDocuments = 60;
  const Folder folder;
  Store store = opened(folder.file("news.db"));
  std::atomic<bool> done = false, wrong = false;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      while (!done) {
        const auto known = store.contains(numbered(1).document);
        const auto counts = store.counts();
        const auto hits = store.find({});
        if (!known.ok() || !counts.ok() || !hits.ok() || hits->size() > kDocuments) wrong = true;
      }
    });
  }
  for (int i = 0; i < kDocuments; ++i) {
    const Record record = numbered(i);
    if (!store.add(record, Store::pack(record)).ok()) wrong = true;
    if (i % 10 == 9 && !store.commit().ok()) wrong = true;
  }
  done = true;
  for (std::thread& thread : threads) thread.join();
  CHECK_FALSE(wrong);
  CHECK(store.counts().value().documents == kDocuments);
}

}  // namespace
}  // namespace sayso::test
