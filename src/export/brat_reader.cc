#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/files.h"
#include "export/brat.h"
#include "record/characters.h"

namespace sayso::exporter {
namespace {

using Spans = std::unordered_map<std::string_view, std::vector<Span>>;

/// Cuts `rest` at the first `separator` and gives what stands before it.
std::string_view next(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

/// Whether `id` is `kind` and a number: brat continues a span's words on lines of their own, which can begin with
/// anything.
bool is_id(std::string_view id, char kind) {
  return id.size() > 1 && id[0] == kind && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// `Cue 3 9;12 15`: the spans in bytes, or what is wrong with them.
Result<std::vector<Span>> span_field(std::string_view field, const Characters& characters) {
  const auto wrong = [&](const char* what) {
    return Error{Code::invalid_gold, "'" + std::string(field.substr(0, 60)) + "' " + what};
  };
  std::vector<Span> spans;
  std::string_view rest = field;
  next(rest, ' ');
  if (rest.empty()) return wrong("has no begin and end");
  while (!rest.empty()) {
    std::string_view end = next(rest, ';');
    const auto first = number(next(end, ' ')), last = number(end);
    if (!first || !last) return wrong("is not a type and pairs of numbers");
    if (*first >= *last) return wrong("ends before it begins");
    const auto span = characters.to_bytes({*first, *last});
    if (!span) return wrong("reaches beyond the text: offsets are characters of the .txt file");
    spans.push_back(*span);
  }
  return spans;
}

std::vector<Span>* role_of(Attribution& attribution, std::string_view name) {
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);  // Content2
  if (name == "Source") return &attribution.source;
  if (name == "Cue") return &attribution.cue;
  if (name == "Content") return &attribution.content;
  return nullptr;
}

Result<Attribution> event_field(std::string_view field, const Spans& spans) {
  Attribution attribution;
  while (!field.empty()) {
    std::string_view id = next(field, ' ');
    if (id.empty()) continue;
    const std::string_view name = next(id, ':');
    const auto found = spans.find(id);
    if (found == spans.end())
      return Error{Code::invalid_gold, "there is no span '" + std::string(id.substr(0, 60)) + "'"};
    if (auto* role = role_of(attribution, name)) role->insert(role->end(), found->second.begin(), found->second.end());
  }
  return attribution;
}

/// Paths of the files of a folder whose names end with `ending`, sorted.
Result<std::vector<std::string>> files_of(const std::string& folder, std::string_view ending) {
  auto listing = list_files(folder);
  if (!listing.ok()) return listing.error();
  if (!listing->problems.empty()) return listing->problems.front();
  std::vector<std::string> files;
  for (std::string& file : listing->files) {
    if (file.ends_with(ending) && file.find('/', folder.size() + 1) == std::string::npos)
      files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The file's name without folder and the four characters of its extension.
std::string stem(const std::string& path) {
  const std::size_t slash = path.find_last_of('/') + 1;
  return path.substr(slash, path.size() - slash - 4);
}

}  // namespace

Result<std::vector<Attribution>> parse_brat(std::string_view ann, std::string_view text, const std::string& path) {
  const Characters characters(text);
  Spans spans;
  std::vector<std::pair<std::size_t, std::string_view>>
      events;  // line, field; a span may follow the event that names it
  std::size_t line_number = 0;
  const auto located = [&](Error error, std::size_t line) {
    error.file = path;
    error.line = line;
    return error;
  };
  while (!ann.empty()) {
    ++line_number;
    std::string_view line = next(ann, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view id = next(line, '\t'), field = next(line, '\t');
    if (is_id(id, 'T')) {
      auto found = span_field(field, characters);
      if (!found.ok()) return located(found.error(), line_number);
      if (!spans.emplace(id, std::move(*found)).second) {
        return located({Code::invalid_gold, "a second span '" + std::string(id) + "'"}, line_number);
      }
    } else if (is_id(id, 'E')) {
      events.emplace_back(line_number, field);
    }
  }
  std::vector<Attribution> attributions;
  for (const auto& [number_of_line, field] : events) {
    auto attribution = event_field(field, spans);
    if (!attribution.ok()) return located(attribution.error(), number_of_line);
    if (*attribution != Attribution{}) attributions.push_back(std::move(*attribution));
  }
  return attributions;
}

Result<std::vector<AnnotatedText>> read_brat_folder(const std::string& folder, const std::string& split) {
  std::string root = folder;
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();
  if (!is_folder(root + "/text")) root += "/" + split;
  if (!is_folder(root + "/text")) {
    return Error{Code::invalid_gold,
                 "neither it nor its folder '" + split + "' has a folder text/ and a folder attributions/", folder};
  }
  auto texts = files_of(root + "/text", ".txt");
  if (!texts.ok()) return texts.error();
  auto annotations = files_of(root + "/attributions", ".ann");
  if (!annotations.ok()) return annotations.error();
  std::unordered_map<std::string, std::string> first;  // name of a text -> its first annotator's file
  for (std::string& file : *annotations) {
    const std::string name = stem(file);
    if (name.size() > 5 && name[name.size() - 5] == '_')
      first.emplace(name.substr(0, name.size() - 5), std::move(file));
  }
  std::vector<AnnotatedText> all;
  for (const std::string& file : *texts) {
    std::string name = stem(file);
    const auto ann_path = first.find(name);
    if (ann_path == first.end()) continue;
    auto text = read_file(file);
    if (!text.ok()) return text.error();
    auto ann = read_file(ann_path->second);
    if (!ann.ok()) return ann.error();
    auto attributions = parse_brat(*ann, *text, ann_path->second);
    if (!attributions.ok()) return attributions.error();
    all.push_back({std::move(name), std::move(*text), std::move(*attributions)});
  }
  if (all.empty()) return Error{Code::invalid_gold, "no text/DOC.txt has an attributions/DOC_XXXX.ann", root};
  return all;
}

}  // namespace sayso::exporter
