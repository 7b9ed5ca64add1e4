#include "serve/answer_cache.h"

#include <utility>

namespace sayso::serve {

std::optional<std::string> AnswerCache::find(std::int64_t version, const std::string& question) {
  const std::lock_guard lock(mutex_);
  start(version);
  if (const auto found = recent_.find(question); found != recent_.end()) return found->second;
  const auto found = older_.find(question);
  if (found == older_.end()) return std::nullopt;
  std::string answer = std::move(found->second);
  older_.erase(found);
  add(question, answer);
  return answer;
}

void AnswerCache::keep(std::int64_t version, const std::string& question, std::string answer) {
  constexpr std::size_t kLargestPart = 8;
  if (question.size() + answer.size() > bytes_ / kLargestPart) return;
  const std::lock_guard lock(mutex_);
  start(version);
  if (!recent_.contains(question)) add(question, std::move(answer));
}

/// What was kept of another version is of no use.
void AnswerCache::start(std::int64_t version) {
  if (version == version_) return;
  version_ = version;
  recent_.clear();
  older_.clear();
  recent_bytes_ = 0;
}

void AnswerCache::add(const std::string& question, std::string answer) {
  const std::size_t size = question.size() + answer.size();
  if (recent_bytes_ + size > bytes_ / 2) {
    older_ = std::exchange(recent_, {});
    recent_bytes_ = 0;
  }
  recent_bytes_ += size;
  recent_.emplace(question, std::move(answer));
}

}  // namespace sayso::serve
