#include "export/brat.h"

#include <algorithm>

#include "record/characters.h"
#include "record/names.h"

namespace sayso::exporter {
namespace {

/// The parts of a span that stand on one line each, without white space at the line ends.
void append_lines(std::string_view text, Span span, std::vector<Span>& parts) {
  const auto blank = [&](std::size_t i) { return text[i] == '\n' || text[i] == ' ' || text[i] == '\t'; };
  while (span.begin < span.end) {
    const std::size_t end = std::min(text.find('\n', span.begin), span.end);
    Span part{span.begin, end};
    if (part.end < span.end) {  // the line ends here, the span does not
      while (part.begin < part.end && blank(part.end - 1)) --part.end;
    }
    if (part.begin < part.end) parts.push_back(part);
    span.begin = end + 1;
    while (end < span.end && span.begin < span.end && blank(span.begin)) ++span.begin;
  }
}

/// Collects the lines of one .ann file.
struct Writer {
  std::string_view text;
  const Characters& characters;
  std::string out = {};
  std::size_t spans = 0;

  /// Writes a T line; gives its id, or nothing when no span can be written.
  std::string span_line(std::string_view type, const std::vector<Span>& spans_of_role) {
    std::vector<Span> parts;
    for (const Span& span : spans_of_role) {
      if (span.begin < span.end && characters.from_bytes(span)) append_lines(text, span, parts);
    }
    if (parts.empty()) return {};
    std::string id = "T" + std::to_string(++spans);
    ((out += id) += '\t') += type;
    char separator = ' ';
    for (const Span& part : parts) {
      const Span span = characters.from_bytes(part).value_or(Span{});
      ((((out += separator) += std::to_string(span.begin)) += ' ') += std::to_string(span.end));
      separator = ';';
    }
    separator = '\t';
    for (const Span& part : parts) {
      out += separator;
      for (const char c : part.of(text)) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
      separator = ' ';
    }
    out += '\n';
    return id;
  }
};

}  // namespace

std::string to_brat(std::string_view text, const std::vector<Attribution>& attributions) {
  const Characters characters(text);
  Writer writer{text, characters};
  std::size_t events = 0;
  for (const Attribution& each : attributions) {
    const std::string source = writer.span_line("Source", each.source);
    const std::string cue = writer.span_line("Cue", each.cue);
    const std::string content = writer.span_line("Content", each.content);
    if (source.empty() && cue.empty() && content.empty()) continue;
    const auto& trigger = !cue.empty() ? each.cue : !content.empty() ? each.content : each.source;
    const std::string attribution = writer.span_line("Attribution", trigger);
    writer.out += "E" + std::to_string(++events) + "\tAttribution:" + attribution;
    if (!content.empty()) writer.out += " Content:" + content;
    if (!cue.empty()) writer.out += " Cue:" + cue;
    if (!source.empty()) writer.out += " Source:" + source;
    writer.out += '\n';
  }
  return std::move(writer.out);
}

std::string to_brat(const Record& record) { return to_brat(record.document.text, attributions_of(record)); }

std::string brat_name(const Document& document) {
  std::string name = without_extension(base_name(document.uri));
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; }, '_');
  if (name.size() > 200) {  // a file name has at most 255 bytes
    name.resize(200);
    while (!name.empty() && static_cast<unsigned char>(name.back()) >= 0x80) name.pop_back();
  }
  if (name.empty() || name == "-") name = document.id.empty() ? "document" : document.id.substr(0, 12);
  if (name[0] == '.') name[0] = '_';
  return name;
}

}  // namespace sayso::exporter
