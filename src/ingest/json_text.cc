#include "ingest/json_text.h"

#include <utility>

namespace sayso::ingest {
namespace {

constexpr std::size_t kDeepest = 256;

// The byte where nesting first exceeds kDeepest, if it does.
std::optional<std::size_t> too_deep(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\')
        ++at;
      else if (c == '"')
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepest) return at;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

// Reads only to learn where the error is.
struct ErrorFinder : Json::json_sax_t {
  JsonFailure failure;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error ...; last read: '...'"
    std::string_view what = error.what();
    if (const auto colon = what.find(": "); colon != std::string_view::npos) what.remove_prefix(colon + 2);
    what = what.substr(0, std::min(what.find("; last read"), std::size_t{160}));
    failure = {std::string(what), position > 0 ? position - 1 : 0};
    return false;
  }
};

}  // namespace

std::optional<Json> parse_json(std::string_view text, JsonFailure* failure) {
  if (const auto at = too_deep(text)) {
    if (failure) *failure = {"nested more than " + std::to_string(kDeepest) + " levels deep", at};
    return std::nullopt;
  }
  Json value = Json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false, /*ignore_comments=*/false);
  if (!value.is_discarded()) return value;
  if (failure) {
    ErrorFinder finder;
    if (!Json::sax_parse(text.begin(), text.end(), &finder)) *failure = std::move(finder.failure);
  }
  return std::nullopt;
}

const Json* value_at(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

const std::string* string_at(const Json& object, const char* key) {
  const Json* value = value_at(object, key);
  return value ? value->get_ptr<const std::string*>() : nullptr;
}

}  // namespace sayso::ingest
