#include "extract/times/vocabulary.h"

#include <algorithm>
#include <array>

#include "sayso/record.h"

namespace sayso::extract {
namespace {

struct Entry {
  std::string_view text;
  int value;
};

constexpr std::array kMonths = std::to_array<Entry>(
    {{"january", 1},  {"jan", 1},    {"february", 2},  {"feb", 2},       {"march", 3},     {"mar", 3},
     {"april", 4},    {"apr", 4},    {"may", 5},       {"june", 6},      {"jun", 6},       {"july", 7},
     {"jul", 7},      {"august", 8}, {"aug", 8},       {"september", 9}, {"sept", 9},      {"sep", 9},
     {"october", 10}, {"oct", 10},   {"november", 11}, {"nov", 11},      {"december", 12}, {"dec", 12}});

constexpr std::array kWeekdays = std::to_array<Entry>({{"monday", 1},
                                                       {"mon", 1},
                                                       {"tuesday", 2},
                                                       {"tue", 2},
                                                       {"tues", 2},
                                                       {"wednesday", 3},
                                                       {"wed", 3},
                                                       {"thursday", 4},
                                                       {"thu", 4},
                                                       {"thur", 4},
                                                       {"thurs", 4},
                                                       {"friday", 5},
                                                       {"fri", 5},
                                                       {"saturday", 6},
                                                       {"sat", 6},
                                                       {"sunday", 7},
                                                       {"sun", 7}});

constexpr int grain(Grain grain) { return static_cast<int>(grain); }

constexpr std::array kUnits = std::to_array<Entry>({{"second", grain(Grain::second)},
                                                    {"sec", grain(Grain::second)},
                                                    {"minute", grain(Grain::minute)},
                                                    {"min", grain(Grain::minute)},
                                                    {"hour", grain(Grain::hour)},
                                                    {"hr", grain(Grain::hour)},
                                                    {"h", grain(Grain::hour)},
                                                    {"day", grain(Grain::day)},
                                                    {"night", grain(Grain::day)},
                                                    {"weekend", grain(Grain::weekend)},
                                                    {"week", grain(Grain::week)},
                                                    {"workweek", grain(Grain::week)},
                                                    {"fortnight", grain(Grain::fortnight)},
                                                    {"month", grain(Grain::month)},
                                                    {"quarter", grain(Grain::quarter)},
                                                    {"semester", grain(Grain::half)},
                                                    {"year", grain(Grain::year)},
                                                    {"yr", grain(Grain::year)},
                                                    {"decade", grain(Grain::decade)},
                                                    {"century", grain(Grain::century)},
                                                    {"millennium", grain(Grain::millennium)}});

constexpr std::array kPluralUnits = std::to_array<Entry>({{"seconds", grain(Grain::second)},
                                                          {"secs", grain(Grain::second)},
                                                          {"minutes", grain(Grain::minute)},
                                                          {"mins", grain(Grain::minute)},
                                                          {"hours", grain(Grain::hour)},
                                                          {"hrs", grain(Grain::hour)},
                                                          {"days", grain(Grain::day)},
                                                          {"nights", grain(Grain::day)},
                                                          {"weekends", grain(Grain::weekend)},
                                                          {"weeks", grain(Grain::week)},
                                                          {"fortnights", grain(Grain::fortnight)},
                                                          {"months", grain(Grain::month)},
                                                          {"quarters", grain(Grain::quarter)},
                                                          {"years", grain(Grain::year)},
                                                          {"yrs", grain(Grain::year)},
                                                          {"decades", grain(Grain::decade)},
                                                          {"centuries", grain(Grain::century)},
                                                          {"millennia", grain(Grain::millennium)}});

constexpr std::array kCardinals = std::to_array<Entry>(
    {{"zero", 0},          {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},      {"five", 5},
     {"six", 6},           {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},      {"eleven", 11},
     {"twelve", 12},       {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},  {"seventeen", 17},
     {"eighteen", 18},     {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},    {"fifty", 50},
     {"sixty", 60},        {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"hundred", 100}, {"thousand", 1000},
     {"million", 1000000}, {"dozen", 12}});

constexpr std::array kOrdinals = std::to_array<Entry>(
    {{"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
     {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
     {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
     {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
     {"thirtieth", 30}, {"last", -1},        {"final", -1},      {"opening", 1},     {"closing", -1}});

constexpr int season(Season season) { return static_cast<int>(season); }
constexpr std::array kSeasons = std::to_array<Entry>({{"spring", season(Season::spring)},
                                                      {"springtime", season(Season::spring)},
                                                      {"summer", season(Season::summer)},
                                                      {"summertime", season(Season::summer)},
                                                      {"autumn", season(Season::autumn)},
                                                      {"fall", season(Season::autumn)},
                                                      {"winter", season(Season::winter)},
                                                      {"wintertime", season(Season::winter)}});

constexpr int part(DayPart part) { return static_cast<int>(part); }
constexpr std::array kParts = std::to_array<Entry>({{"dawn", part(DayPart::morning)},
                                                    {"daybreak", part(DayPart::morning)},
                                                    {"sunrise", part(DayPart::morning)},
                                                    {"morning", part(DayPart::morning)},
                                                    {"midmorning", part(DayPart::morning)},
                                                    {"midafternoon", part(DayPart::afternoon)},
                                                    {"lunchtime", part(DayPart::midday)},
                                                    {"afternoon", part(DayPart::afternoon)},
                                                    {"evening", part(DayPart::evening)},
                                                    {"dusk", part(DayPart::evening)},
                                                    {"sunset", part(DayPart::evening)},
                                                    {"night", part(DayPart::night)},
                                                    {"nightfall", part(DayPart::night)},
                                                    {"daytime", part(DayPart::daytime)}});

constexpr int relation(Relation relation) { return static_cast<int>(relation); }
constexpr std::array kRelations = std::to_array<Entry>({{"last", relation(Relation::last)},
                                                        {"past", relation(Relation::last)},
                                                        {"this", relation(Relation::present)},
                                                        {"current", relation(Relation::present)},
                                                        {"present", relation(Relation::present)},
                                                        {"next", relation(Relation::next)},
                                                        {"coming", relation(Relation::coming)},
                                                        {"upcoming", relation(Relation::coming)},
                                                        {"latest", relation(Relation::latest)},
                                                        {"following", relation(Relation::following)},
                                                        {"subsequent", relation(Relation::following)},
                                                        {"ensuing", relation(Relation::following)},
                                                        {"previous", relation(Relation::preceding)},
                                                        {"preceding", relation(Relation::preceding)},
                                                        {"prior", relation(Relation::preceding)},
                                                        {"same", relation(Relation::same)},
                                                        {"that", relation(Relation::same)}});

constexpr std::array kAdverbs = std::to_array<Entry>(
    {{"yesterday", -1}, {"today", 0}, {"tonight", 0}, {"tonite", 0}, {"tomorrow", 1}, {"tmrw", 1}});

constexpr int edge(TimeModifier modifier) { return static_cast<int>(modifier); }
constexpr std::array kEdges = std::to_array<Entry>({{"early", edge(TimeModifier::start)},
                                                    {"beginning", edge(TimeModifier::start)},
                                                    {"start", edge(TimeModifier::start)},
                                                    {"outset", edge(TimeModifier::start)},
                                                    {"onset", edge(TimeModifier::start)},
                                                    {"mid", edge(TimeModifier::mid)},
                                                    {"middle", edge(TimeModifier::mid)},
                                                    {"midst", edge(TimeModifier::mid)},
                                                    {"late", edge(TimeModifier::end)},
                                                    {"end", edge(TimeModifier::end)},
                                                    {"close", edge(TimeModifier::end)}});

constexpr std::array kFrequencies = std::to_array<Entry>({{"hourly", grain(Grain::hour)},
                                                          {"daily", grain(Grain::day)},
                                                          {"nightly", grain(Grain::day)},
                                                          {"weekly", grain(Grain::week)},
                                                          {"biweekly", grain(Grain::fortnight)},
                                                          {"fortnightly", grain(Grain::fortnight)},
                                                          {"monthly", grain(Grain::month)},
                                                          {"quarterly", grain(Grain::quarter)},
                                                          {"everyday", grain(Grain::day)},
                                                          {"yearly", grain(Grain::year)},
                                                          {"annual", grain(Grain::year)},
                                                          {"annually", grain(Grain::year)}});

constexpr std::array kSeveral =
    std::to_array<Entry>({{"several", 0}, {"few", 0}, {"many", 0}, {"some", 0}, {"numerous", 0}, {"various", 0}});

constexpr std::array kZones = std::to_array<Entry>(
    {{"utc", 1},  {"gmt", 1},  {"z", 1},    {"bst", 0}, {"cet", 0},  {"cest", 0}, {"eet", 0}, {"eest", 0}, {"msk", 0},
     {"est", 0},  {"edt", 0},  {"et", 0},   {"cst", 0}, {"cdt", 0},  {"ct", 0},   {"mst", 0}, {"mdt", 0},  {"mt", 0},
     {"pst", 0},  {"pdt", 0},  {"pt", 0},   {"ist", 0}, {"jst", 0},  {"kst", 0},  {"hkt", 0}, {"sgt", 0},  {"aest", 0},
     {"aedt", 0}, {"nzst", 0}, {"nzdt", 0}, {"trt", 0}, {"akst", 0}, {"hst", 0}});

constexpr std::array kClock = std::to_array<Entry>({{"noon", 12}, {"midday", 12}, {"midnight", 0}});

constexpr std::array kOpeners = std::to_array<Entry>({{"a", 0},
                                                      {"about", 0},
                                                      {"all", 0},
                                                      {"almost", 0},
                                                      {"an", 0},
                                                      {"another", 0},
                                                      {"approximately", 0},
                                                      {"around", 0},
                                                      {"as", 0},
                                                      {"at", 0},
                                                      {"before", 0},
                                                      {"by", 0},
                                                      {"c.", 0},
                                                      {"ca", 0},
                                                      {"circa", 0},
                                                      {"close", 0},
                                                      {"couple", 0},
                                                      {"currently", 0},
                                                      {"dozens", 0},
                                                      {"each", 0},
                                                      {"earlier", 0},
                                                      {"eighties", 0},
                                                      {"entire", 0},
                                                      {"evenings", 0},
                                                      {"every", 0},
                                                      {"fewer", 0},
                                                      {"fiscal", 0},
                                                      {"full", 0},
                                                      {"fy", 0},
                                                      {"half", 0},
                                                      {"her", 0},
                                                      {"his", 0},
                                                      {"hundreds", 0},
                                                      {"its", 0},
                                                      {"just", 0},
                                                      {"later", 0},
                                                      {"latter", 0},
                                                      {"less", 0},
                                                      {"more", 0},
                                                      {"mornings", 0},
                                                      {"afternoons", 0},
                                                      {"nearly", 0},
                                                      {"no", 0},
                                                      {"not", 0},
                                                      {"now", 0},
                                                      {"nowadays", 0},
                                                      {"once", 0},
                                                      {"our", 0},
                                                      {"over", 0},
                                                      {"pair", 0},
                                                      {"per", 0},
                                                      {"presently", 0},
                                                      {"recent", 0},
                                                      {"rest", 0},
                                                      {"right", 0},
                                                      {"roughly", 0},
                                                      {"scores", 0},
                                                      {"the", 0},
                                                      {"their", 0},
                                                      {"these", 0},
                                                      {"those", 0},
                                                      {"thousands", 0},
                                                      {"to", 0},
                                                      {"twice", 0},
                                                      {"under", 0},
                                                      {"up", 0},
                                                      {"well", 0},
                                                      {"additional", 0},
                                                      {"extra", 0},
                                                      {"other", 0},
                                                      {"remaining", 0},
                                                      {"near", 0},
                                                      {"distant", 0},
                                                      {"foreseeable", 0},
                                                      {"immediate", 0},
                                                      {"future", 0},
                                                      {"most", 0},
                                                      {"remainder", 0},
                                                      {"whole", 0},
                                                      {"comparable", 0},
                                                      {"corresponding", 0},
                                                      {"very", 0},
                                                      {"noughties", 0},
                                                      {"twenties", 0},
                                                      {"thirties", 0},
                                                      {"forties", 0},
                                                      {"fifties", 0},
                                                      {"sixties", 0},
                                                      {"seventies", 0},
                                                      {"nineties", 0},
                                                      {"mondays", 0},
                                                      {"tuesdays", 0},
                                                      {"wednesdays", 0},
                                                      {"thursdays", 0},
                                                      {"fridays", 0},
                                                      {"saturdays", 0},
                                                      {"sundays", 0},
                                                      {"½", 0},
                                                      {"¼", 0},
                                                      {"¾", 0}});

template <std::size_t... Sizes>
constexpr auto joined(std::pair<WordClass, const std::array<Entry, Sizes>*>... lists) {
  std::array<Word, (Sizes + ...)> all{};
  std::size_t at = 0;
  const auto add = [&](WordClass kind, const auto& list) {
    for (const Entry& entry : list) all[at++] = {entry.text, kind, entry.value};
  };
  (add(lists.first, *lists.second), ...);
  std::ranges::sort(all,
                    [](const Word& a, const Word& b) { return a.text != b.text ? a.text < b.text : a.kind < b.kind; });
  return all;
}

constexpr std::array kWords =
    joined(std::pair(WordClass::month, &kMonths), std::pair(WordClass::weekday, &kWeekdays),
           std::pair(WordClass::unit, &kUnits), std::pair(WordClass::units, &kPluralUnits),
           std::pair(WordClass::cardinal, &kCardinals), std::pair(WordClass::ordinal, &kOrdinals),
           std::pair(WordClass::season, &kSeasons), std::pair(WordClass::part, &kParts),
           std::pair(WordClass::relation, &kRelations), std::pair(WordClass::adverb, &kAdverbs),
           std::pair(WordClass::edge, &kEdges), std::pair(WordClass::frequency, &kFrequencies),
           std::pair(WordClass::several, &kSeveral), std::pair(WordClass::zone, &kZones),
           std::pair(WordClass::clock, &kClock), std::pair(WordClass::opener, &kOpeners));

}  // namespace

std::span<const Word> meanings(std::string_view lower) {
  const auto* const first = std::ranges::lower_bound(kWords, lower, {}, &Word::text);
  const auto* const last = std::ranges::upper_bound(kWords, lower, {}, &Word::text);
  return {first, last};
}

}  // namespace sayso::extract
