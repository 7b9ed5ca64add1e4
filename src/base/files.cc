#include "base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

namespace sayso {
namespace {

namespace fs = std::filesystem;

std::string reason(int error_number) { return std::generic_category().message(error_number); }

// Appends what the descriptor still gives. Grows by doubling, so it is linear for a pipe of unknown length.
Status read_all(int descriptor, const std::string& name, std::size_t max_bytes, std::string& out) {
  constexpr std::size_t kFirstStep = std::size_t{1} << 16;
  for (;;) {
    const std::size_t used = out.size();
    // One byte more than allowed is asked for, to tell a full file from one that is too large.
    const std::size_t step = std::min(std::max(kFirstStep, used), max_bytes + 1 - used);
    out.resize(used + step);
    const ssize_t got = ::read(descriptor, out.data() + used, step);
    out.resize(used + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got == 0) return Done{};
    if (got < 0 && errno != EINTR) return system_error(errno, name);
    if (out.size() > max_bytes) {
      return Error{Code::input_too_large, "is larger than " + std::to_string(max_bytes) + " bytes", name};
    }
  }
}

// Adds the entries of one folder to `files` and to the folders still to visit.
void list_one(const fs::path& folder, Listing& listing, std::vector<fs::path>& pending) {
  std::error_code failure;
  fs::directory_iterator entry(folder, failure);
  for (const fs::directory_iterator end; !failure && entry != end; entry.increment(failure)) {
    if (entry->path().filename().native().starts_with('.')) continue;
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) {
      listing.files.push_back(entry->path().native());
    } else if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
      pending.push_back(entry->path());
    } else if (!entry->exists(ignored)) {
      listing.problems.push_back(Error{Code::file_not_found, "is a link that leads nowhere", entry->path().native()});
    }
  }
  if (failure) listing.problems.push_back(system_error(failure.value(), folder.native()));
}

}  // namespace

Error system_error(int error_number, const std::string& path) {
  const bool missing = error_number == ENOENT || error_number == ENOTDIR;
  return {missing ? Code::file_not_found : Code::file_unreadable,
          missing ? "there is no such file or folder" : "cannot be read: " + reason(error_number), path};
}

bool is_folder(const std::string& path) {
  std::error_code failure;
  return fs::is_directory(path, failure);
}

Result<std::string> read_descriptor(int descriptor, const std::string& name, std::size_t max_bytes) {
  try {
    std::string out;
    Status status = read_all(descriptor, name, max_bytes, out);
    if (!status.ok()) return status.error();
    out.shrink_to_fit();
    return out;
  } catch (const std::bad_alloc&) {
    return Error{Code::input_too_large, "does not fit into memory", name};
  }
}

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(errno, path);
  Result<std::string> out = read_descriptor(descriptor, path, max_bytes);
  ::close(descriptor);
  return out;
}

Status write_file(const std::string& path, std::string_view bytes) {
  const auto fail = [&](int number) { return Error{Code::write_failed, "cannot be written: " + reason(number), path}; };
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail(errno);
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      const int failure = errno;
      ::close(descriptor);
      return fail(failure);
    }
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::close(descriptor) != 0) return fail(errno);  // some file systems report a full disk only here
  return Done{};
}

Result<Listing> list_files(const std::string& folder) {
  Listing listing;
  std::vector<fs::path> pending{folder};
  while (!pending.empty()) {
    const fs::path next = std::move(pending.back());
    pending.pop_back();
    list_one(next, listing, pending);
    if (next == fs::path(folder) && !listing.problems.empty() && listing.problems.front().file == folder) {
      return listing.problems.front();
    }
  }
  std::sort(listing.files.begin(), listing.files.end());
  return listing;
}

}  // namespace sayso
