#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso {

/// A whole file, mapped read-only. Owns the mapping; views of `bytes()` live as long as the object, also when it is
/// moved. Safe to read from several threads. A file that another program shortens meanwhile ends this one (SIGBUS), so
/// this is for model files; articles go through read_file().
class MappedFile {
 public:
  /// Errors: file_not_found; file_unreadable (no permission, a folder, a pipe).
  [[nodiscard]] static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// The content; its begin is aligned to a page (at least 4096 bytes) unless the file is empty.
  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace sayso
