#pragma once
#include <optional>
#include <string>

#include "sayso/result.h"
#include "serve/message.h"

namespace sayso::serve {

/// Who may ask. The pages of other sites, whose scripts run in the same browser, may not.
struct Guard {
  bool loopback =
      true;           ///< only names of this machine are answered to: no other name can be bound to it (DNS rebinding)
  std::string token;  ///< empty: none is asked for
};

/// Why a request is refused, if it is: a foreign Host, a page of another site (Origin, Sec-Fetch-Site), a token that is
/// missing or wrong. The page itself (`is_page`) may be linked to and needs no token: it holds nothing and asks for
/// one.
[[nodiscard]] std::optional<Error> refusal(const Guard& guard, const Request& head, bool is_page);

/// What every answer says to the browser: nothing from elsewhere, in no frame, as the type that it is declared.
void add_security_headers(Response& response);

}  // namespace sayso::serve
