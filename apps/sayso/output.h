#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::cli {

/// A file, or standard output, written through a buffer. The first failure is kept and ends all writing. Not copyable;
/// the file is closed at the end of its life.
class Output {
 public:
  /// `path` empty: standard output. Error: write_failed.
  [[nodiscard]] static Result<Output> open(const std::string& path);

  Output(Output&& other) noexcept;
  Output& operator=(Output&& other) = delete;
  ~Output();

  void write(std::string_view bytes);
  void flush();

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// The reader of the pipe has gone: no reason to complain.
  [[nodiscard]] bool pipe_closed() const { return pipe_closed_; }

 private:
  Output(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

  int descriptor_;
  std::string path_;
  std::string buffer_;
  std::optional<Error> error_;
  bool pipe_closed_ = false;
};

}  // namespace sayso::cli
