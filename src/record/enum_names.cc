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

}  // namespace sayso
