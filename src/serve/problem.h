#pragma once
#include <string>

#include "sayso/result.h"
#include "serve/message.h"

namespace sayso::serve {

/// The status of HTTP (RFC 9110) for an error.
[[nodiscard]] unsigned status_of(Code code);

/// An error as application/problem+json (RFC 9457), with the stable code beside the members of the standard.
[[nodiscard]] Response problem(const Error& error);

}  // namespace sayso::serve
