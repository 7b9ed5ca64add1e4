#include "extract/amounts/currencies.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/cardinals.h"

namespace sayso::extract {
namespace {

// ISO 4217 and what English news calls its currencies, as data. Every list is sorted (checked below).

struct Sign {
  std::string_view sign, code;
};

constexpr auto kSigns = std::to_array<Sign>({
    {"$", "USD"},   {"a$", "AUD"}, {"au$", "AUD"}, {"c$", "CAD"}, {"ca$", "CAD"}, {"hk$", "HKD"}, {"nt$", "TWD"},
    {"nz$", "NZD"}, {"r$", "BRL"}, {"rs", "INR"},  {"s$", "SGD"}, {"us$", "USD"}, {"£", "GBP"},   {"¥", "JPY"},
    {"฿", "THB"},   {"₦", "NGN"},  {"₩", "KRW"},   {"₪", "ILS"},  {"₫", "VND"},   {"€", "EUR"},   {"₱", "PHP"},
    {"₴", "UAH"},   {"₸", "KZT"},  {"₹", "INR"},   {"₺", "TRY"},  {"₼", "AZN"}, {"₽", "RUB"}, {"₾", "GEL"},
});

using Code = std::string_view;
constexpr auto kCodes = std::to_array<Code>(
    {"AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
     "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
     "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS",
     "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK",
     "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
     "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN",
     "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON",
     "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC",
     "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS",
     "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL"});

// Codes that are words or other names before a number: "TOP 10".
constexpr auto kCodesWithOtherUses =
    std::to_array<Code>({"ALL", "AMD", "BAM", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY"});

// Which currency a noun means alone; empty where that is open.
enum class Needs { nothing, scale };  // scale: the noun has other meanings behind a small number
struct Noun {
  std::string_view form, singular, code;
  Needs needs = Needs::nothing;
};

constexpr auto kNouns = std::to_array<Noun>({
    {"baht", "baht", "THB"},
    {"birr", "birr", "ETB"},
    {"bolivares", "bolivar", "VES"},
    {"bolivars", "bolivar", "VES"},
    {"bolivianos", "boliviano", "BOB"},
    {"cedi", "cedi", "GHS"},
    {"cedis", "cedi", "GHS"},
    {"colones", "colon", "CRC"},
    {"crowns", "crown", "", Needs::scale},
    {"denar", "denar", "MKD"},
    {"denars", "denar", "MKD"},
    {"dinar", "dinar", ""},
    {"dinars", "dinar", ""},
    {"dirham", "dirham", ""},
    {"dirhams", "dirham", ""},
    {"dollar", "dollar", "USD"},
    {"dollars", "dollar", "USD"},
    {"dong", "dong", "VND"},
    {"drams", "dram", "AMD", Needs::scale},
    {"euro", "euro", "EUR"},
    {"euros", "euro", "EUR"},
    {"forint", "forint", "HUF"},
    {"forints", "forint", "HUF"},
    {"franc", "franc", ""},
    {"francs", "franc", ""},
    {"gourdes", "gourde", "HTG"},
    {"guaranies", "guarani", "PYG"},
    {"guaranis", "guarani", "PYG"},
    {"hryvna", "hryvnia", "UAH"},
    {"hryvnas", "hryvnia", "UAH"},
    {"hryvnia", "hryvnia", "UAH"},
    {"hryvnias", "hryvnia", "UAH"},
    {"hryvnya", "hryvnia", "UAH"},
    {"hryvnyas", "hryvnia", "UAH"},
    {"koruna", "koruna", "CZK"},
    {"korunas", "koruna", "CZK"},
    {"kroner", "krone", ""},
    {"kronor", "krona", ""},
    {"kronur", "krona", "ISK"},
    {"kuna", "kuna", "HRK"},
    {"kwacha", "kwacha", ""},
    {"kwanza", "kwanza", "AOA"},
    {"kwanzas", "kwanza", "AOA"},
    {"kyat", "kyat", "MMK"},
    {"kyats", "kyat", "MMK"},
    {"lari", "lari", "GEL"},
    {"lei", "leu", "", Needs::scale},
    {"lek", "lek", "ALL", Needs::scale},
    {"lempiras", "lempira", "HNL"},
    {"leu", "leu", "", Needs::scale},
    {"lev", "lev", "BGN", Needs::scale},
    {"leva", "lev", "BGN", Needs::scale},
    {"levs", "lev", "BGN", Needs::scale},
    {"lira", "lira", "TRY"},
    {"liras", "lira", "TRY"},
    {"manat", "manat", "AZN"},
    {"manats", "manat", "AZN"},
    {"marks", "mark", "", Needs::scale},
    {"meticais", "metical", "MZN"},
    {"naira", "naira", "NGN"},
    {"peso", "peso", ""},
    {"pesos", "peso", ""},
    {"pound", "pound", "GBP", Needs::scale},
    {"pounds", "pound", "GBP", Needs::scale},
    {"pula", "pula", "BWP"},
    {"quetzales", "quetzal", "GTQ"},
    {"rand", "rand", "ZAR", Needs::scale},
    {"reais", "real", "BRL"},
    {"reals", "real", "BRL"},
    {"renminbi", "yuan", "CNY"},
    {"rial", "rial", ""},
    {"rials", "rial", ""},
    {"riel", "riel", "KHR"},
    {"riels", "riel", "KHR"},
    {"ringgit", "ringgit", "MYR"},
    {"ringgits", "ringgit", "MYR"},
    {"riyal", "riyal", ""},
    {"riyals", "riyal", ""},
    {"rouble", "ruble", "RUB"},
    {"roubles", "ruble", "RUB"},
    {"ruble", "ruble", "RUB"},
    {"rubles", "ruble", "RUB"},
    {"rufiyaa", "rufiyaa", "MVR"},
    {"rupee", "rupee", "INR"},
    {"rupees", "rupee", "INR"},
    {"rupiah", "rupiah", "IDR"},
    {"shekel", "shekel", "ILS"},
    {"shekels", "shekel", "ILS"},
    {"shillings", "shilling", ""},
    {"soles", "sol", "PEN", Needs::scale},
    {"som", "som", "", Needs::scale},
    {"somoni", "somoni", "TJS"},
    {"soms", "som", "", Needs::scale},
    {"sum", "som", "", Needs::scale},
    {"taka", "taka", "BDT"},
    {"takas", "taka", "BDT"},
    {"tenge", "tenge", "KZT"},
    {"tugrik", "tugrik", "MNT"},
    {"tugriks", "tugrik", "MNT"},
    {"won", "won", "KRW", Needs::scale},
    {"yen", "yen", "JPY"},
    {"yuan", "yuan", "CNY"},
    {"zloty", "zloty", "PLN"},
    {"zlotys", "zloty", "PLN"},
});

// "Canadian dollars": the words before a noun that name one of its currencies.
struct National {
  std::string_view noun, qualifier, code;
};

constexpr auto kNationals = std::to_array<National>({
    {"crown", "czech", "CZK"},
    {"crown", "danish", "DKK"},
    {"crown", "icelandic", "ISK"},
    {"crown", "norwegian", "NOK"},
    {"crown", "swedish", "SEK"},
    {"dinar", "algerian", "DZD"},
    {"dinar", "bahraini", "BHD"},
    {"dinar", "iraqi", "IQD"},
    {"dinar", "jordanian", "JOD"},
    {"dinar", "kuwaiti", "KWD"},
    {"dinar", "libyan", "LYD"},
    {"dinar", "serbian", "RSD"},
    {"dinar", "tunisian", "TND"},
    {"dirham", "emirati", "AED"},
    {"dirham", "moroccan", "MAD"},
    {"dirham", "uae", "AED"},
    {"dollar", "american", "USD"},
    {"dollar", "australian", "AUD"},
    {"dollar", "bahamian", "BSD"},
    {"dollar", "barbadian", "BBD"},
    {"dollar", "canadian", "CAD"},
    {"dollar", "east caribbean", "XCD"},
    {"dollar", "fijian", "FJD"},
    {"dollar", "guyanese", "GYD"},
    {"dollar", "hong kong", "HKD"},
    {"dollar", "jamaican", "JMD"},
    {"dollar", "liberian", "LRD"},
    {"dollar", "namibian", "NAD"},
    {"dollar", "new taiwan", "TWD"},
    {"dollar", "new zealand", "NZD"},
    {"dollar", "singapore", "SGD"},
    {"dollar", "singaporean", "SGD"},
    {"dollar", "taiwan", "TWD"},
    {"dollar", "taiwanese", "TWD"},
    {"dollar", "u.s", "USD"},
    {"dollar", "us", "USD"},
    {"dollar", "zimbabwean", "ZWL"},
    {"franc", "burundian", "BIF"},
    {"franc", "central african cfa", "XAF"},
    {"franc", "cfp", "XPF"},
    {"franc", "congolese", "CDF"},
    {"franc", "guinean", "GNF"},
    {"franc", "rwandan", "RWF"},
    {"franc", "swiss", "CHF"},
    {"franc", "west african cfa", "XOF"},
    {"hryvnia", "ukrainian", "UAH"},
    {"koruna", "czech", "CZK"},
    {"krona", "icelandic", "ISK"},
    {"krona", "swedish", "SEK"},
    {"krone", "danish", "DKK"},
    {"krone", "norwegian", "NOK"},
    {"kwacha", "malawian", "MWK"},
    {"kwacha", "zambian", "ZMW"},
    {"lek", "albanian", "ALL"},
    {"leu", "moldovan", "MDL"},
    {"leu", "romanian", "RON"},
    {"lev", "bulgarian", "BGN"},
    {"lira", "turkish", "TRY"},
    {"manat", "azerbaijani", "AZN"},
    {"manat", "turkmen", "TMT"},
    {"mark", "convertible", "BAM"},
    {"naira", "nigerian", "NGN"},
    {"peso", "argentine", "ARS"},
    {"peso", "argentinian", "ARS"},
    {"peso", "chilean", "CLP"},
    {"peso", "colombian", "COP"},
    {"peso", "cuban", "CUP"},
    {"peso", "dominican", "DOP"},
    {"peso", "mexican", "MXN"},
    {"peso", "philippine", "PHP"},
    {"peso", "uruguayan", "UYU"},
    {"pound", "british", "GBP"},
    {"pound", "egyptian", "EGP"},
    {"pound", "lebanese", "LBP"},
    {"pound", "south sudanese", "SSP"},
    {"pound", "sudanese", "SDG"},
    {"pound", "syrian", "SYP"},
    {"rand", "south african", "ZAR"},
    {"real", "brazilian", "BRL"},
    {"rial", "iranian", "IRR"},
    {"rial", "omani", "OMR"},
    {"rial", "qatari", "QAR"},
    {"rial", "saudi", "SAR"},
    {"rial", "yemeni", "YER"},
    {"riyal", "qatari", "QAR"},
    {"riyal", "saudi", "SAR"},
    {"riyal", "yemeni", "YER"},
    {"ruble", "belarusian", "BYN"},
    {"ruble", "belarussian", "BYN"},
    {"ruble", "russian", "RUB"},
    {"rupee", "indian", "INR"},
    {"rupee", "mauritian", "MUR"},
    {"rupee", "nepalese", "NPR"},
    {"rupee", "nepali", "NPR"},
    {"rupee", "pakistan", "PKR"},
    {"rupee", "pakistani", "PKR"},
    {"rupee", "sri lankan", "LKR"},
    {"shekel", "israeli", "ILS"},
    {"shekel", "new israeli", "ILS"},
    {"shilling", "kenyan", "KES"},
    {"shilling", "somali", "SOS"},
    {"shilling", "tanzanian", "TZS"},
    {"shilling", "ugandan", "UGX"},
    {"sol", "peruvian", "PEN"},
    {"som", "kyrgyz", "KGS"},
    {"som", "uzbek", "UZS"},
    {"won", "north korean", "KPW"},
    {"won", "south korean", "KRW"},
    {"yen", "japanese", "JPY"},
    {"yuan", "chinese", "CNY"},
    {"zloty", "polish", "PLN"},
});

constexpr auto kNationalKey = [](const National& n) { return std::pair(n.noun, n.qualifier); };
static_assert(std::ranges::is_sorted(kSigns, {}, &Sign::sign) && std::ranges::is_sorted(kCodes) &&
              std::ranges::is_sorted(kCodesWithOtherUses) && std::ranges::is_sorted(kNouns, {}, &Noun::form) &&
              std::ranges::is_sorted(kNationals, {}, kNationalKey));

constexpr std::size_t kLongestQualifier = 3;

std::string_view code_of_sign(std::string_view lower) {
  const auto found = std::ranges::lower_bound(kSigns, lower, {}, &Sign::sign);
  return found != kSigns.end() && found->sign == lower ? found->code : std::string_view();
}

const Noun* noun_of(std::string_view lower) {
  const auto found = std::ranges::lower_bound(kNouns, lower, {}, &Noun::form);
  return found != kNouns.end() && found->form == lower ? &*found : nullptr;
}

std::string_view code_of_national(std::string_view noun, std::string_view qualifier) {
  const auto found = std::ranges::lower_bound(kNationals, std::pair(noun, qualifier), {}, kNationalKey);
  return found != kNationals.end() && found->noun == noun && found->qualifier == qualifier ? found->code : Code();
}

}  // namespace

Currency currency_before_number(const LowerWords& words, std::size_t first) {
  if (const auto code = code_of_sign(words.lower(first)); !code.empty()) {
    const bool stop = words.is_letters(first) && words.at(first + 1) == "." && words.is_glued(first + 1);  // Rs.
    return {std::string(code), first + (stop ? 2 : 1)};
  }
  const std::string_view word = words.at(first);
  if (std::ranges::binary_search(kCodes, word) && !std::ranges::binary_search(kCodesWithOtherUses, word)) {
    return {std::string(word), first + 1};
  }
  return {};
}

Currency currency_behind_number(const LowerWords& words, std::size_t first, bool scaled) {
  std::size_t at = words.lower(first) == "-" && words.is_glued(first) ? first + 1 : first;
  const auto before_next = [&] { return read_cardinal(words, at + 1).has_value(); };  // in 2014 | $5 million
  if (std::ranges::binary_search(kCodes, words.at(at))) {
    return before_next() ? Currency{} : Currency{std::string(words.at(at)), at + 1};
  }
  if (const auto code = code_of_sign(words.lower(at)); !code.empty()) {
    return before_next() ? Currency{} : Currency{std::string(code), at + 1};
  }
  if (words.lower(at) == "more" || words.lower(at) == "additional") ++at;
  std::string qualifier;
  for (std::size_t i = at; i <= at + kLongestQualifier; ++i) {
    const std::string_view word = words.lower(i);
    if (const Noun* noun = noun_of(word)) {
      const bool sterling = noun->singular == "pound" && words.lower(i + 1) == "sterling";
      if (sterling && i == at) return {"GBP", i + 2};
      if (i == at && noun->needs == Needs::scale && !scaled) return {};
      if (i == at) return {std::string(noun->code.empty() ? noun->singular : noun->code), i + 1};
      const auto code = code_of_national(noun->singular, qualifier);
      return code.empty() ? Currency{} : Currency{std::string(code), i + 1};
    }
    if (!words.is_letters(i) || word.size() > 16) return {};
    if (i > at) qualifier += ' ';
    qualifier += word;
  }
  return {};
}

}  // namespace sayso::extract
