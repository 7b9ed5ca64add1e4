#pragma once
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace sayso::serve {

/// Answers that were given, for those who ask the same again while the database is as it was. Safe to use from several
/// threads. Of the older half of what it may hold, only what was asked for again is kept on.
class AnswerCache {
 public:
  explicit AnswerCache(std::size_t bytes) : bytes_(bytes) {}

  /// The answer that was kept for the same question at the same version of the database.
  [[nodiscard]] std::optional<std::string> find(std::int64_t version, const std::string& question);

  /// Keeps an answer, unless it is a large part of all that may be kept.
  void keep(std::int64_t version, const std::string& question, std::string answer);

 private:
  using Answers = std::unordered_map<std::string, std::string>;
  void start(std::int64_t version);
  void add(const std::string& question, std::string answer);

  std::size_t bytes_;
  std::mutex mutex_;
  std::int64_t version_ = 0;
  Answers recent_, older_;
  std::size_t recent_bytes_ = 0;
};

}  // namespace sayso::serve
