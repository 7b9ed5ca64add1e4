#include "store/links.h"

#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "record/enum_names.h"
#include "store/claims.h"
#include "store/deeds.h"
#include "store/link_table.h"
#include "store/matter.h"
#include "store/repeat_links.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kDaysApart = 31;  // between what two speakers say of one matter

/// Whether `claim` comes after an earlier added one, by the days of publication where both are known.
bool is_later(const Claim& claim, const Claim& other) {
  return claim.day == kNoDay || other.day == kNoDay || claim.day >= other.day;
}

/// Whether two statements are so close that it may be told whether they say the same or the opposite.
bool is_close(const Related& other) {
  const std::size_t words = other.common.shared - other.common.names;
  return (other.closeness >= 0.6 && words >= 3) || other.closeness >= 0.8;
}

/// How a statement goes together with an earlier one on the same matter.
std::optional<LinkKind> kind_of_statements(const Claim& claim, const Related& other) {
  const Comparison& common = other.common;
  const bool opposed = are_opposed(common);
  if (!opposed && common.opposed > 0) return std::nullopt;  // hard to tell
  if (other.same_actor && !opposed) return LinkKind::restates;
  if (!is_close(other)) return std::nullopt;
  if (other.same_actor) return LinkKind::changes_position;
  if (claim.actor == 0 || other.claim.actor == 0) return std::nullopt;
  if (claim.actor == kDescribed && other.claim.actor == kDescribed) return std::nullopt;
  const bool dated = claim.day != kNoDay && other.claim.day != kNoDay;
  if (dated && std::abs(claim.day - other.claim.day) > kDaysApart) return std::nullopt;
  return opposed ? LinkKind::contradicts : LinkKind::confirms;
}

/// 1 for an actor that is for what the entry names, -1 against, 0 where it leaves that to others.
int position(Act act) {
  switch (act) {
    case Act::pledge:
    case Act::intend:
    case Act::offer:
    case Act::agree:
    case Act::not_ruled_out:
      return 1;
    case Act::refuse:
      return -1;
    default:
      return 0;
  }
}

/// Stages in their order; what was delivered is done.
int rank(Stage stage) { return static_cast<int>(stage == Stage::delivered ? Stage::done : stage); }

/// How an entry goes together with one of the same actor on the same matter.
std::optional<LinkKind> kind_of_entries(const Claim& claim, const Related& other) {
  if (!other.same_actor || !claim.act || !other.claim.act) return std::nullopt;
  const Claim& later = is_later(claim, other.claim) ? claim : other.claim;
  const Claim& earlier = is_later(claim, other.claim) ? other.claim : claim;
  const int turned = other.common.opposed > 0 ? -1 : 1;
  const int positions = position(*claim.act) * position(*other.claim.act) * turned;
  if (positions < 0) return LinkKind::changes_position;
  if (positions == 0 && (position(*claim.act) != 0 || position(*other.claim.act) != 0) && turned < 0)
    return std::nullopt;
  if (later.stage && earlier.stage && rank(*later.stage) > rank(*earlier.stage)) return LinkKind::updates;
  return std::nullopt;
}

/// Links a claim with the one most like it for each kind.
Status link_claim(Database& database, Sort sort, const Claim& claim, std::int64_t first) {
  const auto others = related(database, sort, claim, first);
  if (!others.ok()) return others.error();
  std::set<LinkKind> given;
  for (const Related& other : *others) {
    const auto kind = sort == Sort::entries ? kind_of_entries(claim, other) : kind_of_statements(claim, other);
    if (!kind || !given.insert(*kind).second) continue;
    const bool later = is_later(claim, other.claim);
    auto status = enter_link(database, sort, later ? claim.fact : other.claim.fact,
                             later ? other.claim.fact : claim.fact, *kind, other.likeness);
    if (!status.ok()) return status;
  }
  return Done{};
}

/// The claims of a record's facts, in their order.
std::vector<Claim> statement_claims(const Record& record, const Matters& matters, const ActorKeys& actors,
                                    std::int64_t first) {
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    auto claim = claim_of(record, record.statements[i], matters, actors);
    if (!claim) continue;
    claim->fact = first + static_cast<std::int64_t>(i);
    claims.push_back(std::move(*claim));
  }
  return claims;
}

std::vector<Claim> entry_claims(const Record& record, const Matters& matters, const ActorKeys& actors,
                                std::int64_t first) {
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < record.ledger.size(); ++i) {
    auto claim = claim_of(record, record.ledger[i], matters, actors);
    if (!claim) continue;
    claim->fact = first + static_cast<std::int64_t>(i);
    claims.push_back(std::move(*claim));
  }
  return claims;
}

/// Links and then enters claims, so that those of one document are not linked with each other.
Status link_claims(Database& database, Sort sort, const std::vector<Claim>& claims, std::int64_t first,
                   const std::set<std::int64_t>& but) {
  for (const Claim& claim : claims) {
    if (but.contains(claim.fact)) continue;
    if (auto status = link_claim(database, sort, claim, first); !status.ok()) return status;
  }
  for (const Claim& claim : claims) {
    if (auto status = enter_claim(database, sort, claim); !status.ok()) return status;
  }
  return Done{};
}

Status remove_links(Database& database, const std::array<const char*, 2>& sqls, std::int64_t first, std::size_t count) {
  for (const char* sql : sqls) {
    const auto remove = database.prepared(sql);
    if (!remove.ok()) return remove.error();
    if (auto status = (*remove)->with(first, first + static_cast<std::int64_t>(count)).run(); !status.ok())
      return status;
  }
  return Done{};
}

}  // namespace

Status link_facts(Database& database, const Record& record, const ActorKeys& actors, const Firsts& firsts,
                  std::int64_t document) {
  const Matters matters(record, actors);
  const auto statements = statement_claims(record, matters, actors, firsts.statement);
  const auto repeating = link_repeats(database, record, statements, firsts.statement);
  if (!repeating.ok()) return repeating.error();
  auto status = link_claims(database, Sort::statements, statements, firsts.statement, *repeating);
  if (!status.ok()) return status;
  status = link_deeds(database, record, matters, document, firsts.entry);
  if (!status.ok()) return status;
  const auto entries = entry_claims(record, matters, actors, firsts.entry);
  return link_claims(database, Sort::entries, entries, firsts.entry, {});
}

Status unlink_facts(Database& database, const Record& record, const ActorKeys& actors, const Firsts& firsts,
                    std::int64_t document) {
  constexpr std::array kStatements = {"DELETE FROM link WHERE statement >= ?1 AND statement < ?2",
                                      "DELETE FROM link WHERE other >= ?1 AND other < ?2"};
  constexpr std::array kEntries = {"DELETE FROM entry_link WHERE entry >= ?1 AND entry < ?2",
                                   "DELETE FROM entry_link WHERE other >= ?1 AND other < ?2"};
  auto status = remove_links(database, kStatements, firsts.statement, record.statements.size());
  if (!status.ok()) return status;
  status = remove_links(database, kEntries, firsts.entry, record.ledger.size());
  if (!status.ok()) return status;
  status = remove_deeds(database, document);
  if (!status.ok()) return status;
  const auto told = database.prepared("DELETE FROM deed_link WHERE entry >= ?1 AND entry < ?2");
  if (!told.ok()) return told.error();
  const auto last = firsts.entry + static_cast<std::int64_t>(record.ledger.size());
  if (status = (*told)->with(firsts.entry, last).run(); !status.ok()) return status;
  const Matters matters(record, actors);
  for (const Claim& claim : statement_claims(record, matters, actors, firsts.statement)) {
    if (auto removed = remove_claim(database, Sort::statements, claim); !removed.ok()) return removed;
  }
  for (const Claim& claim : entry_claims(record, matters, actors, firsts.entry)) {
    if (auto removed = remove_claim(database, Sort::entries, claim); !removed.ok()) return removed;
  }
  return remove_fingerprints(database, record, firsts.statement);
}

}  // namespace sayso::store
