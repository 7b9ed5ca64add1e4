#include "lexicon_page.h"

#include <vector>

#include "record/json_writer.h"

namespace sayso::cli {
namespace {

using lexicon::Candidate;
using lexicon::EntryView;
using lexicon::Kind;
using lexicon::Lexicon;
using lexicon::Period;

// " since 2019-05-20", " until 1991-12-26", " 2021-01-20 to 2025-01-20"
std::string period_text(const Period& period) {
  const std::string from = lexicon::day_text(period.from), until = lexicon::day_text(period.until);
  if (from.empty()) return until.empty() ? "" : " until " + until;
  return until.empty() ? " since " + from : " " + from + " to " + until;
}

void append_line(std::string& out, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  std::string padded(label);
  padded.resize(13, ' ');
  ((out += "  " + padded) += value) += '\n';
}

std::string codes_text(const Lexicon& lexicon, std::uint32_t entry) {
  std::string out;
  for (const auto& code : lexicon.codes(entry)) {
    if (!out.empty()) out += ", ";
    (out += code.code) += period_text(code.valid);
  }
  return out;
}

std::string names_text(const Lexicon& lexicon, std::uint32_t entry) {
  std::string out;
  for (const auto& name : lexicon.names(entry)) {
    if (!out.empty()) out += "; ";
    out += name.surface;
    if (name.form != lexicon::Form::name) (((out += " (") += name_of(name.form)) += ')');
    out += period_text(name.valid);
  }
  return out;
}

std::string known(Kind kind) { return kind == Kind::unknown ? std::string() : std::string(name_of(kind)); }

std::string id_of(const Lexicon& lexicon, std::uint32_t entry) {
  return entry == lexicon::kNone ? std::string() : std::string(lexicon.entry(entry).id);
}

void append_entry(std::string& out, const Lexicon& lexicon, const Candidate& candidate) {
  const EntryView entry = lexicon.entry(candidate.entry);
  if (!out.empty()) out += '\n';
  ((out += entry.name) += ", ") += name_of(entry.kind);
  (((out += " (as ") += name_of(candidate.form)) += ")") += period_text(entry.valid);
  out += '\n';
  append_line(out, "id", entry.id);
  append_line(out, "country", entry.country);
  append_line(out, "codes", codes_text(lexicon, candidate.entry));
  append_line(out, "wikidata", entry.wikidata);
  append_line(out, "stands for", id_of(lexicon, entry.stands_for));
  append_line(out, "implies", known(entry.implies));
  append_line(out, "represents", known(entry.represents));
  append_line(out, "names", names_text(lexicon, candidate.entry));
}

void write_period(JsonWriter& json, const Period& period) {
  json.field("from", lexicon::day_text(period.from));
  json.field("until", lexicon::day_text(period.until));
}

void write_entry(JsonWriter& json, const Lexicon& lexicon, const Candidate& candidate) {
  const EntryView entry = lexicon.entry(candidate.entry);
  json.open('{');
  json.field("id", entry.id);
  json.field("name", entry.name);
  json.field("kind", name_of(entry.kind));
  json.field("form", name_of(candidate.form));
  json.field("country", entry.country);
  json.field("wikidata", entry.wikidata);
  write_period(json, entry.valid);
  json.field("stands_for", id_of(lexicon, entry.stands_for));
  json.field("implies", known(entry.implies));
  json.field("represents", known(entry.represents));
  json.key("codes");
  json.open('[');
  for (const auto& code : lexicon.codes(candidate.entry)) {
    json.open_short('{');
    json.field("cameo", code.code);
    write_period(json, code.valid);
    json.close('}');
  }
  json.close(']');
  json.key("names");
  json.open('[');
  for (const auto& name : lexicon.names(candidate.entry)) {
    json.open_short('{');
    json.field("name", name.surface);
    json.field("form", name_of(name.form));
    write_period(json, name.valid);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

}  // namespace

std::string meanings_as_text(const Lexicon& lexicon, std::string_view name) {
  std::string out;
  for (const Candidate& candidate : lexicon.meanings(name)) append_entry(out, lexicon, candidate);
  return out;
}

std::string meanings_as_json(const Lexicon& lexicon, std::string_view name) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('{');
  json.field("name", name);
  json.key("candidates");
  json.open('[');
  for (const Candidate& candidate : lexicon.meanings(name)) write_entry(json, lexicon, candidate);
  json.close(']');
  json.close('}');
  return out + "\n";
}

}  // namespace sayso::cli
