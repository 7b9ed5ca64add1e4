#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sayso {

/// Stable error and note codes. A number, once given, keeps its meaning; `docs/errors.md` explains each.
enum class Code : std::uint16_t {
  // 1-19: reading the input
  file_not_found = 1,
  file_unreadable = 2,
  not_text = 3,      ///< binary content where text was expected
  invalid_json = 4,  ///< a JSONL line that is no JSON object, or lacks "text"
  invalid_date = 5,  ///< a date that is not an existing YYYY-MM-DD
  no_article = 6,    ///< an HTML page without readable text
  no_documents = 7,  ///< a folder without a readable file, or no input at all
  input_too_large = 8,
  write_failed = 9,
  invalid_gold = 10,   ///< a brat folder or file that cannot be read as gold
  invalid_xml = 11,    ///< XML that is not well-formed, or holds no sentence of PETRARCH's
  input_damaged = 12,  ///< a compressed file or a WARC record that is cut off or altered
  // 20-29: the model file
  model_not_found = 20,
  model_truncated = 21,
  model_corrupt = 22,
  model_version = 23,
  model_incomplete = 24,  ///< a tensor or setting that the engine needs is missing or has the wrong shape
  kernel_unknown = 25,
  kernel_unsupported = 26,
  // 30-49: notes in a record; the document was read
  note_replaced_bytes = 30,  ///< invalid UTF-8 or NUL bytes were replaced before reading
  note_no_date = 31,
  note_not_english = 32,
  note_unbalanced_quotes = 33,
  note_empty = 34,
  note_long_line = 35,
  note_impossible_date = 36,   ///< a date that no calendar has: no time was made of it
  note_nested_time = 37,       ///< a time counted from others too many deep: only its last part was read
  note_number_too_large = 38,  ///< a number beyond 64 bits: no amount was made of it
  // 50-69: the lexicon
  lexicon_syntax = 50,        ///< a line that cannot be read as what it should be
  lexicon_unknown_code = 51,  ///< no such country, CAMEO code or id of Wikidata
  lexicon_unknown_entry = 52,
  lexicon_cycle = 53,      ///< an entry that stands for itself through others
  lexicon_duplicate = 54,  ///< an entry or name that is given twice
  lexicon_limit = 55,      ///< a name too long, a name of too many meanings, a lexicon too large
  lexicon_damaged = 56,    ///< a compiled lexicon that is cut off, altered, of another version or none at all
  lexicon_not_found = 57,  ///< it cannot be opened, or is a folder without a file of a lexicon
  // 70-79: the store (docs/store.md)
  store_not_found = 70,  ///< there is no database where one was to be read
  store_damaged = 71,    ///< no database, or one that is cut off or altered
  store_version = 72,    ///< written by a newer sayso, or by another program
  store_locked = 73,     ///< another program writes to it
  store_read_only = 74,  ///< it, or its folder, may not be written
  store_full = 75,       ///< the disk is full
  store_failed = 76,     ///< something else that SQLite says
  query_malformed = 77,  ///< a question that cannot be put: no words in it, a day that is none
  invalid_record = 78,   ///< JSON that is no record (docs/record.md), or one of another schema
  // 90-99: the server (docs/serve.md)
  listen_failed = 90,         ///< the address or port cannot be had, or the place needs a token
  request_malformed = 91,     ///< no HTTP, an address or body that cannot be taken apart, a parameter that is unknown
  request_media = 92,         ///< a body of a type that is not read
  request_unauthorized = 93,  ///< the token is missing or wrong
  request_refused = 94,       ///< asked under a foreign name, or by a page of another site
  nothing_there = 95,
  method_unknown = 96,
  request_too_slow = 97,
  server_busy = 98,
};

/// `SAY012` for code 12.
[[nodiscard]] std::string code_name(Code code);

/// What went wrong, where, and what to do about it.
struct Error {
  Code code;
  std::string message;                   ///< one sentence for a person
  std::string file = {};                 ///< empty when no file is concerned
  std::optional<std::size_t> line = {};  ///< counted from 1
  std::optional<std::size_t> byte = {};  ///< offset in the file, from 0

  /// `SAY004 news.jsonl:3: not a JSON object`
  [[nodiscard]] std::string to_string() const;
};

/// A value or an Error. Never throws: ask `ok()` first; `value()` on an error is undefined.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace sayso
