#include "evaluate/report.h"

#include <cstdio>

#include "record/json_writer.h"

namespace sayso::evaluate {
namespace {

std::string percent(double share) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%5.1f", 100 * share);
  return digits;
}

std::string row(const Counts& counts) {
  return percent(counts.precision()) + " " + percent(counts.recall()) + " " + percent(counts.f1());
}

/// Right-aligned, with a space before it.
std::string cell(std::size_t n) {
  const std::string digits = std::to_string(n);
  return " " + std::string(digits.size() < 5 ? 5 - digits.size() : 0, ' ') + digits;
}

std::string label(std::string name, std::size_t width) {
  name.resize(std::max(name.size(), width), ' ');
  return "  " + name + " ";
}

double source_share(const Scores& scores) {
  return scores.source_judged > 0 ? static_cast<double>(scores.source_right) / static_cast<double>(scores.source_judged)
                                  : 0;
}

}  // namespace

std::string to_table(const Scores& scores, const std::string& name) {
  std::string out = "== " + name;
  if (scores.unknown_documents > 0) {
    out += "   (" + std::to_string(scores.unknown_documents) + " documents not in the gold set ignored)";
  }
  out +=
      "\n            exact strict       exact lenient      overlap (Jaccard)  token micro\n"
      "  role       P     R     F1     P     R     F1     P     R     F1     P     R     F1    gold  pred\n";
  for (const std::string role : {"source", "cue", "content"}) {
    const Counts strict = scores.of("exact " + role + " 0");
    out += label(role, 8) + row(strict) + "  " + row(scores.of("exact " + role + " 1")) + "  " +
           row(scores.of("overlap " + role)) + "  " + row(scores.of("token " + role)) + " " + cell(strict.gold) +
           cell(strict.pred) + "\n";
  }
  out +=
      "  attribution level   content+source        content only          content exact lenient\n"
      "  kind          P     R     F1     P     R     F1     P     R     F1    gold  pred\n";
  for (const std::string kind : {"all", "direct", "direct*", "mixed", "indirect"}) {
    const Counts whole = scores.of("attr " + kind);
    const std::string exact = kind == "all" ? "exact content 1" : "kexact " + kind.substr(0, kind.find('*')) + " 1";
    out += label(kind, 9) + row(whole) + "  " + row(scores.of("content " + kind)) + "  " + row(scores.of(exact)) + " " +
           cell(whole.gold) + cell(whole.pred) + "\n";
  }
  char share[16];
  std::snprintf(share, sizeof share, "%.1f", 100 * source_share(scores));
  return out + "  source right, given content matched: " + share + " % of " + std::to_string(scores.source_judged) +
         "\n";
}

std::string to_json(const Scores& scores) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.open('{');
  for (const auto& [name, counts] : scores.measures) {
    json.key(name);
    json.open_short('{');
    const std::pair<const char*, double> shares[] = {
        {"P", counts.precision()}, {"R", counts.recall()}, {"F1", counts.f1()}};
    for (const auto& [key, value] : shares) {
      json.key(key);
      json.real(value);
    }
    json.key("pred");
    json.number(counts.pred);
    json.key("gold");
    json.number(counts.gold);
    json.close('}');
  }
  json.key("src acc");
  json.open_short('{');
  json.key("acc");
  json.real(source_share(scores));
  json.key("n");
  json.number(scores.source_judged);
  json.close('}');
  json.key("unknown docs");
  json.number(scores.unknown_documents);
  json.close('}');
  return out += '\n';
}

}  // namespace sayso::evaluate
