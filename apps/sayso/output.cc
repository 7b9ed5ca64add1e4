#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace sayso::cli {

namespace {

constexpr std::size_t kBuffer = 1 << 16;

Error write_error(int number, const std::string& path) {
  return {Code::write_failed, std::string("cannot be written: ") + std::generic_category().message(number),
          path.empty() ? "standard output" : path};
}

}  // namespace

Result<Output> Output::open(const std::string& path) {
  if (path.empty()) return Output(STDOUT_FILENO, path);
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return write_error(errno, path);
  return Output(descriptor, path);
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      buffer_(std::move(other.buffer_)),
      error_(std::move(other.error_)),
      pipe_closed_(other.pipe_closed_) {}

Output::~Output() {
  if (descriptor_ < 0) return;
  flush();
  if (descriptor_ != STDOUT_FILENO) ::close(descriptor_);
}

void Output::write(std::string_view bytes) {
  if (error_) return;
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty() && !error_) {
    const auto written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      pipe_closed_ = errno == EPIPE;
      error_ = write_error(errno, path_);
    }
  }
  buffer_.clear();
}

}  // namespace sayso::cli
