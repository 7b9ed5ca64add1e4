#include "record/enum_names.h"

namespace sayso {

std::string_view name_of(Mode mode) {
  switch (mode) {
    case Mode::direct:
      return "direct";
    case Mode::mixed:
      return "mixed";
    case Mode::indirect:
      return "indirect";
  }
  return {};
}

std::string_view name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::say:
      return "say";
    case StatementKind::belief:
      return "belief";
    case StatementKind::intent:
      return "intent";
    case StatementKind::plan:
      return "plan";
    case StatementKind::denial:
      return "denial";
    case StatementKind::question:
      return "question";
  }
  return {};
}

std::string_view name_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
      return "person";
    case ActorKind::organization:
      return "organization";
    case ActorKind::government:
      return "government";
    case ActorKind::group:
      return "group";
    case ActorKind::media:
      return "media";
    case ActorKind::document:
      return "document";
    case ActorKind::unknown:
      return "unknown";
  }
  return {};
}

std::string_view name_of(MentionForm form) {
  switch (form) {
    case MentionForm::name:
      return "name";
    case MentionForm::nominal:
      return "nominal";
    case MentionForm::pronoun:
      return "pronoun";
    case MentionForm::metonym:
      return "metonym";
  }
  return {};
}

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::said_on:
      return "said-on";
    case Relation::reported_by:
      return "reported-by";
    case Relation::citing:
      return "citing";
    case Relation::confirmed_by:
      return "confirmed-by";
    case Relation::published_by:
      return "published-by";
  }
  return {};
}

std::string_view name_of(TimeType type) {
  switch (type) {
    case TimeType::date:
      return "DATE";
    case TimeType::time:
      return "TIME";
    case TimeType::duration:
      return "DURATION";
    case TimeType::set:
      return "SET";
  }
  return {};
}

std::string_view name_of(TimeModifier modifier) {
  switch (modifier) {
    case TimeModifier::before:
      return "BEFORE";
    case TimeModifier::after:
      return "AFTER";
    case TimeModifier::on_or_before:
      return "ON_OR_BEFORE";
    case TimeModifier::on_or_after:
      return "ON_OR_AFTER";
    case TimeModifier::less_than:
      return "LESS_THAN";
    case TimeModifier::more_than:
      return "MORE_THAN";
    case TimeModifier::equal_or_less:
      return "EQUAL_OR_LESS";
    case TimeModifier::equal_or_more:
      return "EQUAL_OR_MORE";
    case TimeModifier::start:
      return "START";
    case TimeModifier::mid:
      return "MID";
    case TimeModifier::end:
      return "END";
    case TimeModifier::approx:
      return "APPROX";
  }
  return {};
}

std::string_view name_of(Act act) {
  switch (act) {
    case Act::pledge:
      return "pledge";
    case Act::intend:
      return "intend";
    case Act::offer:
      return "offer";
    case Act::refuse:
      return "refuse";
    case Act::not_ruled_out:
      return "not-ruled-out";
    case Act::request:
      return "request";
    case Act::demand:
      return "demand";
    case Act::threaten:
      return "threaten";
    case Act::expect:
      return "expect";
    case Act::agree:
      return "agree";
    case Act::confirm:
      return "confirm";
  }
  return {};
}

std::string_view name_of(Stage stage) {
  switch (stage) {
    case Stage::floated:
      return "floated";
    case Stage::planned:
      return "planned";
    case Stage::pledged:
      return "pledged";
    case Stage::agreed:
      return "agreed";
    case Stage::allocated:
      return "allocated";
    case Stage::delivered:
      return "delivered";
    case Stage::done:
      return "done";
    case Stage::failed:
      return "failed";
  }
  return {};
}

std::string_view name_of(MeetingStatus status) {
  switch (status) {
    case MeetingStatus::held:
      return "held";
    case MeetingStatus::expected:
      return "expected";
    case MeetingStatus::postponed:
      return "postponed";
    case MeetingStatus::cancelled:
      return "cancelled";
  }
  return {};
}

std::string_view name_of(Realis realis) {
  switch (realis) {
    case Realis::asserted:
      return "asserted";
    case Realis::reported:
      return "reported";
    case Realis::future:
      return "future";
    case Realis::hypothetical:
      return "hypothetical";
    case Realis::negated:
      return "negated";
  }
  return {};
}

}  // namespace sayso
