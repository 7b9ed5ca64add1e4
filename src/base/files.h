#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

/// The Error for an errno value: file_not_found for a path that leads nowhere, else file_unreadable.
[[nodiscard]] Error system_error(int error_number, const std::string& path);

/// True if `path` is a folder, or a link to one.
[[nodiscard]] bool is_folder(const std::string& path);

/// The whole content of a file, pipe or device. Errors: file_not_found, file_unreadable, and input_too_large above
/// `max_bytes`.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t max_bytes = std::size_t{1} << 31);

/// The same for an open descriptor, for example standard input, which stays open. `name` stands for it in errors.
[[nodiscard]] Result<std::string> read_descriptor(int descriptor, const std::string& name,
                                                  std::size_t max_bytes = std::size_t{1} << 31);

/// Creates or replaces a file. Error: write_failed, also when the disk is full.
[[nodiscard]] Status write_file(const std::string& path, std::string_view bytes);

/// What list_files() found.
struct Listing {
  std::vector<std::string> files;  ///< paths that begin with the folder as given, in the order of their bytes
  std::vector<Error> problems;     ///< folders below that could not be opened; the rest is listed all the same
};

/// The regular files (and links to such) in a folder and the folders below it. Names that begin with a dot are passed
/// over, as the shell does; links to folders are not followed. Errors: file_not_found, file_unreadable.
[[nodiscard]] Result<Listing> list_files(const std::string& folder);

}  // namespace sayso
