#pragma once
#include <optional>

#include "input_options.h"
#include "sayso/reader.h"
#include "sink.h"

namespace sayso::cli {

/// Opens the model and the lexicon that the options name. Complains and gives nothing where that fails (kNoModel), and
/// warns of a lexicon's faults.
[[nodiscard]] std::optional<Reader> open_reader(const InputOptions& options);

/// Reads every document of the inputs on several threads and gives the records to `sink` in the order of the input,
/// with a progress bar and complaints on standard error. Where the sink cannot be written, the program ends at once.
/// Gives the exit code.
[[nodiscard]] int read_documents(const Reader& reader, const InputOptions& options, Sink& sink);

}  // namespace sayso::cli
