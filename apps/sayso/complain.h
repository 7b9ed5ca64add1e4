#pragma once
#include <string_view>

#include "sayso/result.h"

namespace sayso::cli {

/// Prints `sayso: SAY001 path: message (what to do)` on standard error, as one line.
void complain(const Error& error);

/// What a person can do about an error; may be empty.
[[nodiscard]] std::string_view advice(Code code);

}  // namespace sayso::cli
