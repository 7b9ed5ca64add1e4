#pragma once
#include <optional>
#include <vector>

#include "extract/ledger/draft.h"
#include "extract/ledger/who.h"
#include "extract/tree.h"
#include "sayso/record.h"

namespace sayso::extract {

/// What surrounds a draft.
struct Setting {
  const Statement* carrier = nullptr;  ///< whose content holds the act's word
  const Statement* cued = nullptr;     ///< whose cue is the act's word
  bool conditional = false;            ///< "if ...", "unless ..."
  bool dated = false;                  ///< it has a deadline
};

/// A draft of which it is known who acts.
struct Settled {
  std::vector<const Actor*> actors;  ///< one entry for each
  const Actor* to = nullptr;
  Act act = Act::intend;
  std::optional<Stage> stage;
  Span action;
  double confidence = 0;
};

/// Who acts in a draft, and what the act is; nothing where it is nobody's, or where somebody only tells what others
/// will do, without a day.
[[nodiscard]] std::optional<Settled> settle(const Tree& tree, const Who& who, const Draft& draft,
                                            const Setting& setting);

}  // namespace sayso::extract
