#include "extract/ledger/acts.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "text/inflection.h"

namespace sayso::extract {
namespace {

constexpr auto kFloated = Stage::floated, kPlanned = Stage::planned, kPledged = Stage::pledged, kAgreed = Stage::agreed;
constexpr std::nullopt_t kNo = std::nullopt;

constexpr std::array kVerbs{
    // Intentions.
    ActVerb{Act::intend, kPlanned, kInfinitive, "aim intend hope wish desire strive prepare", "", "at", ""},
    ActVerb{Act::intend, kPlanned, kInfinitive | kNoun, "plan", "", "for", ""},
    ActVerb{Act::intend, kPlanned, kInfinitive | kObjectInfinitive | kNoun, "seek:sought want", "", "", ""},
    ActVerb{Act::intend, kPlanned, kDescribing, "ready willing determined keen eager intent prepared", "", "on", ""},
    // Promises.
    ActVerb{Act::pledge, kPledged, kInfinitive | kGerund | kNoun | kClause, "promise vow pledge guarantee", "", "", ""},
    ActVerb{Act::pledge, kPledged, kInfinitive | kClause, "swear:swore,sworn undertake:undertook,undertaken", "", "",
            ""},
    ActVerb{Act::pledge, kPledged, kInfinitive | kGerund | kDescribing, "commit", "", "to", ""},
    // Offers and agreements.
    ActVerb{Act::offer, kNo, kNoun, "put", "forward", "", ""},
    ActVerb{Act::offer, kNo, kInfinitive | kGerund, "propose", "", "", ""},
    ActVerb{Act::offer, kNo, kInfinitive, "offer volunteer", "", "", ""},
    ActVerb{Act::agree, kAgreed, kInfinitive | kClause, "agree consent", "", "on to", ""},
    ActVerb{Act::agree, kAgreed, kDealNoun,
            "accept approve ratify sign adopt endorse strike:struck reach conclude seal clinch", "", "", ""},
    ActVerb{Act::agree, kAgreed, kInfinitive | kDealNoun, "vote comply", "", "for on with", ""},
    // Refusals, and what is left open.
    ActVerb{Act::refuse, kNo, kInfinitive | kDealNoun, "refuse decline", "", "", ""},
    ActVerb{Act::refuse, kNo, kDealNoun, "reject rebuff veto", "", "", ""},
    ActVerb{Act::refuse, kNo, kDealNoun, "turn", "down", "", ""},
    ActVerb{Act::refuse, kNo, kNoun | kGerund | kClause, "rule", "out", "", ""},
    ActVerb{Act::not_ruled_out, kFloated, kGerund, "weigh consider mull contemplate ponder explore", "", "", ""},
    ActVerb{Act::not_ruled_out, kFloated, kDescribing, "open", "", "to", ""},
    // Requests and demands.
    ActVerb{Act::request, kNo, kObjectInfinitive | kClause | kNoun | kGerund, "urge recommend request", "", "", ""},
    ActVerb{Act::request, kNo, kObjectInfinitive,
            "ask encourage beg implore beseech exhort lobby petition press push advise invite", "", "for", ""},
    ActVerb{Act::request, kNo, kNoun, "push", "", "", ""},
    ActVerb{Act::request, kNo, kObjectInfinitive, "call", "", "for", "on upon"},
    ActVerb{Act::request, kNo, kObjectInfinitive, "appeal plead", "", "for", "to with on"},
    ActVerb{Act::demand, kNo, kClause | kNoun | kGerund, "demand", "", "", ""},
    ActVerb{Act::demand, kNo, kClause, "insist", "", "on", ""},
    ActVerb{Act::demand, kNo, kObjectInfinitive | kNoun, "order", "", "", ""},
    ActVerb{Act::demand, kNo, kObjectInfinitive, "tell:told instruct command compel", "", "", ""},
    // Threats.
    ActVerb{Act::threaten, kNo, kInfinitive, "threaten", "", "with", ""},
    ActVerb{Act::threaten, kNo, kClause, "warn", "", "", ""},
    // Expectations.
    ActVerb{Act::expect, kPlanned, kForeseen | kOthersInfinitive, "expect", "", "", ""},
    ActVerb{Act::expect, kPlanned, kForeseen, "schedule slate set plan due bound", "", "", ""},
    ActVerb{Act::expect, kNo, kForeseen, "project tip forecast predict anticipate poised likely about", "", "", ""},
    ActVerb{Act::expect, kNo, kClause, "hope", "", "", ""},
    // Confirmations.
    ActVerb{Act::confirm, kNo, kNewsNoun, "confirm corroborate", "", "", ""},
};

constexpr std::array kNouns{
    ActNoun{Act::intend, kPlanned, false, "plan", "for"},
    ActNoun{Act::intend, kPlanned, false,
            "intention aim goal objective ambition effort bid desire determination willingness readiness", ""},
    ActNoun{Act::pledge, kPledged, false, "pledge promise vow commitment guarantee", ""},
    ActNoun{Act::offer, kNo, false, "offer proposal", ""},
    ActNoun{Act::agree, kAgreed, true, "agreement deal pact accord", ""},
    ActNoun{Act::agree, kAgreed, false, "permission consent", ""},
    ActNoun{Act::request, kNo, false, "request call appeal plea", "for"},
    ActNoun{Act::demand, kNo, false, "demand ultimatum", "for"},
    ActNoun{Act::refuse, kNo, false, "refusal", ""},
    ActNoun{Act::threaten, kNo, false, "threat", ""},
};

constexpr std::string_view kLenders =
    "announce have:had,has unveil confirm make:made reveal outline present issue renew reiterate repeat stress "
    "give:gave,"
    "given grant lay:laid sign voice express abandon scrap drop";

constexpr std::string_view kDeals =
    "agreement deal pact accord treaty truce ceasefire compromise memorandum contract bill law legislation budget "
    "resolution measure package plan proposal request offer invitation sanction tariff loan aid extension order decree "
    "reform demand call";

constexpr std::string_view kNews = "information report news claim account story date plan";

constexpr std::string_view kStates =
    "be:is,are,was,were,been,being have:has,had become:became remain seem appear need want like know:knew,known "
    "think:thought see:saw,seen feel:felt receive suffer lose:lost regret win:won prevail face cost lead:led result "
    "exist belong depend mean:meant contain include require hold:held stay agree disagree understand:understood hope "
    "believe love hate benefit reflect represent serve involve allow enable help happen";

constexpr std::string_view kHarms =
    "halt stop cut close suspend withdraw:withdrew,withdrawn retaliate punish strike:struck attack impose respond "
    "deal:dealt sanction expel block veto bomb destroy end shut cancel pull terminate invade arrest "
    "freeze:froze,frozen";

constexpr std::string_view kDecisions =
    "announce postpone delay push cancel suspend impose extend deploy send:sent lift ban withdraw:withdrew,withdrawn "
    "close open hold:held introduce approve release replace reschedule raise cut reduce increase lower expand launch "
    "move review scrap";

/// Calls use(lemma, form) for each form of each lemma of `words`.
template <typename Use>
void each_form(std::string_view words, const Use& use) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const std::size_t colon = std::min(word.find(':'), word.size());
    for (const std::string& form : text::verb_forms(word.substr(0, colon))) use(form);
    word.remove_prefix(std::min(colon + 1, word.size()));
    while (!word.empty()) {
      const std::size_t comma = std::min(word.find(','), word.size());
      use(std::string(word.substr(0, comma)));
      word.remove_prefix(std::min(comma + 1, word.size()));
    }
  }
}

std::unordered_set<std::string> forms_of(std::string_view words) {
  std::unordered_set<std::string> forms;
  each_form(words, [&](const std::string& form) { forms.insert(form); });
  return forms;
}

bool has(const std::unordered_set<std::string>& forms, std::string_view form) {
  return forms.contains(std::string(form));
}

}  // namespace

const std::vector<const ActVerb*>& verb_acts(std::string_view form) {
  static const auto kAll = [] {
    std::unordered_map<std::string, std::vector<const ActVerb*>> made;
    for (const ActVerb& row : kVerbs) {
      each_form(row.words, [&](const std::string& one) {
        auto& rows = made[one];
        if (rows.empty() || rows.back() != &row) rows.push_back(&row);
      });
    }
    for (auto& [word, rows] : made) {
      std::stable_partition(rows.begin(), rows.end(), [](const ActVerb* row) { return !row->particle.empty(); });
    }
    return made;
  }();
  static const std::vector<const ActVerb*> kNone;
  const auto found = kAll.find(std::string(form));
  return found == kAll.end() ? kNone : found->second;
}

const ActNoun* noun_act(std::string_view form) {
  static const auto kAll = [] {
    std::unordered_map<std::string, const ActNoun*> made;
    for (const ActNoun& row : kNouns) {
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        made.emplace(rest.substr(0, end), &row);
        made.emplace(text::noun_plural(rest.substr(0, end)), &row);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return made;
  }();
  const auto found = kAll.find(std::string(form));
  return found == kAll.end() ? nullptr : found->second;
}

bool lends_subject(std::string_view form) {
  static const auto kForms = forms_of(kLenders);
  return has(kForms, form);
}

bool is_deal(std::string_view form) {
  static const auto kForms = forms_of(kDeals);
  return has(kForms, form);
}

bool is_news(std::string_view form) {
  static const auto kForms = forms_of(kNews);
  return has(kForms, form);
}

bool is_state_verb(std::string_view form) {
  static const auto kForms = forms_of(kStates);
  return has(kForms, form);
}

bool is_harm_verb(std::string_view form) {
  static const auto kForms = forms_of(kHarms);
  return has(kForms, form);
}

bool is_decision_verb(std::string_view form) {
  static const auto kForms = forms_of(kDecisions);
  return has(kForms, form);
}

Modal modal_of(std::string_view form) {
  if (form == "will" || form == "'ll" || form == "’ll" || form == "wo" || form == "shall" || form == "sha") {
    return Modal::will;
  }
  if (form == "would" || form == "'d" || form == "’d") return Modal::would;
  if (form == "may" || form == "might" || form == "could") return Modal::may;
  if (form == "should" || form == "ought") return Modal::should;
  if (form == "must") return Modal::must;
  return form == "can" || form == "ca" ? Modal::can : Modal::none;
}

bool holds_word(std::string_view words, std::string_view word) {
  while (!words.empty() && !word.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace sayso::extract
