#pragma once
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::cli {

/// Prints `sayso: SAY001 path: message (what to do)` on standard error, as one line.
void complain(const Error& error);

/// Prints what is wrong with the options of a command, and where its help is. Gives kUsage.
int wrong_use(const std::string& what, const std::string& command);

/// What a person can do about an error; may be empty.
[[nodiscard]] std::string_view advice(Code code);

}  // namespace sayso::cli
