#pragma once
#include <cstddef>
#include <span>

#include "sayso/result.h"

namespace sayso::cli {

/// Prints faults of a lexicon on standard error, one a line, and how many more there are of `count` in all.
void print_faults(std::span<const Error> faults, std::size_t count);

}  // namespace sayso::cli
