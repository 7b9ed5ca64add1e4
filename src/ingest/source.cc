#include "ingest/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/files.h"
#include "ingest/ascii.h"
#include "ingest/html.h"
#include "ingest/jsonl.h"
#include "ingest/petrarch_xml.h"
#include "ingest/plain.h"
#include "text/utf8.h"

namespace sayso::ingest {
namespace {

constexpr std::size_t kSniff = std::size_t{1} << 16;
constexpr std::size_t kMaxPlainBytes = std::size_t{1} << 31;
constexpr std::size_t kMaxLineBytes = std::size_t{1} << 28;
constexpr std::string_view kMark = "\xEF\xBB\xBF";

Input find_file(const std::string& path) {
  Input input{path, 0, format_of_name(path), {}};
  struct stat found {};
  if (path == "-") return input;
  if (::stat(path.c_str(), &found) != 0)
    input.error = system_error(errno, path);
  else if (S_ISREG(found.st_mode))
    input.bytes = static_cast<std::uint64_t>(found.st_size);
  return input;
}

/// Whether a path is `place` or lies in it.
bool lies_in(const std::string& path, const std::filesystem::path& place) {
  std::error_code failure;
  const auto full = std::filesystem::weakly_canonical(path, failure);
  return !place.empty() && !failure &&
         std::mismatch(place.begin(), place.end(), full.begin(), full.end()).first == place.end();
}

/// What lies at or in `output` is left out, unless that is the folder itself.
void find_in_folder(const std::string& folder, const std::string& output, std::vector<Input>& inputs) {
  std::error_code failure;
  auto place = output.empty() ? std::filesystem::path() : std::filesystem::weakly_canonical(output, failure);
  if (std::filesystem::equivalent(folder, place, failure)) place.clear();
  const auto fail = [&](Error error) {
    std::string path = error.file;
    inputs.push_back({std::move(path), 0, Format::unknown, std::move(error)});
  };
  auto listing = list_files(folder);
  if (!listing.ok()) return fail(listing.error());
  const std::size_t before = inputs.size();
  for (const std::string& path : listing->files) {
    if (format_of_name(path) != Format::unknown && !lies_in(path, place)) inputs.push_back(find_file(path));
  }
  for (Error& problem : listing->problems) {
    // A dangling link counts only where its name says that it was to be read.
    if (problem.code == Code::file_unreadable || format_of_name(problem.file) != Format::unknown)
      fail(std::move(problem));
  }
  std::sort(inputs.begin() + static_cast<std::ptrdiff_t>(before), inputs.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  if (inputs.size() == before) {
    fail({Code::no_documents, "holds no .txt, .text, .md, .html, .htm, .jsonl, .ndjson, .xml or .warc file", folder});
  }
}

// The first bytes, at most kSniff. May give fewer than there are.
Result<std::string> read_beginning(Bytes& source) {
  std::string bytes(kSniff, '\0');
  std::size_t used = 0;
  while (used < bytes.size()) {
    const auto count = source.read(bytes.data() + used, bytes.size() - used);
    if (!count.ok()) return count.error();
    used += *count;
    if (*count == 0) break;
    // Whoever types or pipes JSON Lines wants the first answer before the last line; the rest is read whole anyway.
    const std::string_view seen = std::string_view(bytes).substr(0, used);
    if (seen.ends_with('\n') && format_of_content(seen) == Format::jsonl) break;
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

std::vector<Input> list_inputs(const std::vector<std::string>& paths, const std::string& output) {
  std::vector<Input> inputs;
  for (const std::string& path : paths) {
    if (path != "-" && is_folder(path))
      find_in_folder(path, output, inputs);
    else
      inputs.push_back(find_file(path));
  }
  return inputs;
}

Source::Source(const std::vector<std::string>& paths, Defaults defaults, const std::string& output)
    : inputs_(list_inputs(paths, output)), defaults_(std::move(defaults)) {}

Source::~Source() = default;

std::uint64_t Source::total_bytes() const {
  std::uint64_t total = 0;
  for (const Input& input : inputs_) total += input.bytes;
  return total;
}

std::optional<Result<Document>> Source::next() {
  for (;;) {
    if (!sentences_.empty()) {
      Document document = std::move(sentences_.back());
      sentences_.pop_back();
      return document;
    }
    if (lines_) {
      if (auto document = next_line()) return document;
      lines_.reset();
    }
    if (warc_) {
      auto document = warc_->next();
      bytes_read_ = taken_before_ + warc_->taken();
      if (document) return document;
      warc_.reset();
    }
    if (next_ == inputs_.size()) return std::nullopt;
    if (auto document = start(inputs_[next_++])) return document;
  }
}

// Opens an input. A document of its own comes back at once, JSON Lines are left to next_line().
std::optional<Result<Document>> Source::start(const Input& input) {
  if (input.error) return *input.error;
  const int descriptor = input.path == "-" ? STDIN_FILENO : ::open(input.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(errno, input.path);
  auto source = open_bytes(descriptor, input.path);
  if (!source.ok()) return source.error();
  taken_before_ = bytes_read_;

  if (input.format == Format::warc) {
    warc_ = std::make_unique<WarcReader>(std::move(*source), input.path, defaults_);
    return std::nullopt;
  }
  auto bytes = read_beginning(**source);
  if (!bytes.ok()) return bytes.error();
  const Format format = input.format == Format::unknown ? format_of_content(*bytes) : input.format;
  if (format == Format::warc) {
    warc_ = std::make_unique<WarcReader>(std::move(*source), input.path, defaults_, std::move(*bytes));
    return std::nullopt;
  }
  if (format == Format::jsonl) {
    if (text::is_binary(*bytes)) return Error{Code::not_text, "is binary, not JSON Lines", input.path};
    lines_ = std::make_unique<LineReader>(std::move(*source), std::move(*bytes), kMaxLineBytes);
    return std::nullopt;
  }
  const std::size_t longest = format == Format::html  ? kMaxHtmlBytes
                              : format == Format::xml ? kMaxXmlBytes
                                                      : kMaxPlainBytes;
  auto rest = read_all(**source, input.path, longest);
  if (!rest.ok()) return rest.error();
  *bytes += *rest;
  rest->clear();
  rest->shrink_to_fit();
  bytes_read_ = taken_before_ + (*source)->taken();
  if (format == Format::xml) {
    auto sentences = petrarch_documents(*bytes, input.path, defaults_);
    if (!sentences.ok()) return sentences.error();
    sentences_ = std::move(sentences).value();
    std::reverse(sentences_.begin(), sentences_.end());
    return std::nullopt;
  }
  return format == Format::html ? html_document(*bytes, input.path, defaults_)
                                : plain_document(*bytes, input.path, defaults_);
}

std::optional<Result<Document>> Source::next_line() {
  const std::string& path = inputs_[next_ - 1].path;
  for (;;) {
    auto line = lines_->next();
    if (!line.ok()) {
      lines_.reset();
      return line.error();
    }
    if (!*line) return std::nullopt;
    LineReader::Line& read = **line;
    bytes_read_ = taken_before_ + lines_->taken();
    if (read.too_long) {
      const std::string message = "the line is longer than " + std::to_string(kMaxLineBytes) + " bytes";
      return Error{Code::input_too_large, message, path, read.number, read.offset};
    }
    if (read.number == 1 && read.bytes.starts_with(kMark)) {
      read.bytes.remove_prefix(kMark.size());
      read.offset += kMark.size();
    }
    if (trimmed(read.bytes).empty()) continue;
    auto document = jsonl_document(read.bytes, path, read.number, defaults_);
    if (document.ok()) return document;
    Error error = document.error();
    error.byte = read.offset + error.byte.value_or(0);
    return error;
  }
}

}  // namespace sayso::ingest
