#pragma once
#include "sayso/result.h"
#include "sayso/store.h"
#include "serve/message.h"

namespace sayso::serve {

/// The question that an address puts: ?about=...&since=2024-05-03&limit=20. Errors: request_malformed for a parameter
/// that is unknown or has a value that it cannot have, invalid_date.
[[nodiscard]] Result<Question> question_of(const Fields& query);

}  // namespace sayso::serve
