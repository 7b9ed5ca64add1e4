#include "lexicon/codes.h"

#include <cstddef>

namespace sayso::lexicon {
namespace {

// ISO 3166-1 alpha-3, and XKX for Kosovo.
constexpr std::string_view kCountries =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH "
    "BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB "
    "CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO "
    "GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN "
    "IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA "
    "MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER "
    "NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU "
    "RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA "
    "TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT "
    "WLF WSM XKX YEM ZAF ZMB ZWE ";

// States that are gone, and states under CAMEO's own codes.
constexpr std::string_view kOtherStates = "CSK DDR GMW KSV RHO ROM SCG SRP SUN TMP UNK USR YMD YUG ZAR ";

constexpr std::string_view kRegions =
    "AFR ASA BLK CAS CAU CEU CFR CRB EAF EEU EUR LAM MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA WAF WST ";

// Organisations between and beside the states, and what CAMEO knows without a country.
constexpr std::string_view kInternational = "IGO IMG INT MNC NGM NGO UIS ";

// What actors are within their country, from its government to the unidentified armed.
constexpr std::string_view kRoles =
    "AGR BUS COP CRM CVL DEV EDU ELI ENV GOV HLH HRI INS JUD LAB LEG MED MIL MOD OPP PTY RAD REB REF REL "
    "SEP SET SPY UAF ";

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool listed(std::string_view list, std::string_view code) {
  for (std::size_t at = 0; at < list.size(); at += 4) {
    if (list.substr(at, 3) == code) return true;
  }
  return false;
}

}  // namespace

bool is_country(std::string_view code) { return listed(kCountries, code); }

bool is_cameo(std::string_view code) {
  const bool role = code.starts_with('~');
  if (role) code.remove_prefix(1);
  if (!role && code.ends_with('~')) code.remove_suffix(1);
  if (code.empty() || code.size() % 3 != 0) return false;
  for (const char c : code) {
    if (!is_capital(c) && (c < '0' || c > '9')) return false;  // CAMEO numbers denominations
  }
  const std::string_view first = code.substr(0, 3);
  if (role) return is_capital(first[0]);
  return is_country(first) || listed(kOtherStates, first) || listed(kRegions, first) || listed(kInternational, first) ||
         listed(kRoles, first);
}

std::string_view country_of(std::string_view cameo) {
  const std::string_view first = cameo.substr(0, 3);
  if (first == "KSV") return "XKX";
  if (first == "ROM") return "ROU";
  if (first == "TMP") return "TLS";
  return is_country(first) ? first : std::string_view();
}

Kind kind_of(std::string_view cameo) {
  const std::string_view first = cameo.substr(0, 3);
  if (listed(kInternational, first)) return first == "IMG" ? Kind::group : Kind::organization;
  const bool beside_a_country = listed(kRoles, first);
  if (!beside_a_country && cameo.size() <= 3) return Kind::government;
  const std::string_view role = beside_a_country ? first : cameo.substr(3, 3);
  if (role == "MED") return Kind::media;
  if (role == "REB" || role == "UAF" || role == "SEP" || role == "MIL" || role == "COP" || role == "CRM") {
    return Kind::group;
  }
  if (role == "BUS" || role == "PTY") return Kind::organization;
  return Kind::unknown;
}

}  // namespace sayso::lexicon
