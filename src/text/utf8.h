#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace sayso::text {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One character and the bytes that it takes (1 to 4; 0 only at the end of the text).
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// The character that begins at byte `at`. An invalid sequence is U+FFFD and takes its maximal subpart (Unicode 3.9,
/// table 3-8), so any bytes can be walked.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

/// The character that ends just before byte `at`, which must be a boundary of valid UTF-8.
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t at);

/// Appends `c`; what is no scalar value (surrogates, beyond U+10FFFF) becomes U+FFFD.
void append_utf8(std::string& out, char32_t c);

/// Whether `at` is the end of `text` or the first byte of a character.
[[nodiscard]] inline bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

[[nodiscard]] bool is_valid_utf8(std::string_view text);

enum class Encoding { utf8, utf16le, utf16be, windows_1252 };

/// Text made fit for reading: valid UTF-8 without NUL, carriage return or byte-order mark.
struct CleanText {
  std::string text;
  std::size_t replaced = 0;  ///< sequences that became U+FFFD, and bytes whose encoding had to be guessed
  Encoding encoding = Encoding::utf8;
};

/// Reads bytes as UTF-8: each maximal subpart of an invalid sequence and each NUL becomes U+FFFD, a leading byte-order
/// mark is dropped, CRLF and a lone CR become LF.
[[nodiscard]] CleanText clean_utf8(std::string_view bytes);

/// The same for bytes of unknown encoding: UTF-16 by its byte-order mark, Windows-1252 where more than a tenth of the
/// non-ASCII bytes are not UTF-8 and all of them have a meaning there, else UTF-8.
[[nodiscard]] CleanText decode_text(std::string_view bytes);

/// Whether these are no bytes of a text: the mark of a common format (PDF, ZIP, PNG, ELF, gzip, ...) at the start, or
/// many control characters among the first 64 KiB. UTF-16 counts as text when it has a byte-order mark.
[[nodiscard]] bool is_binary(std::string_view bytes);

}  // namespace sayso::text
