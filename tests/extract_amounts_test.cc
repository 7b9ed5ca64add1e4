#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "extract/amounts/amounts.h"
#include "linear_support.h"
#include "record/enum_names.h"

using namespace sayso;

namespace {

std::string written(double value) {
  std::ostringstream out;
  out.precision(15);
  out << value;
  return out.str();
}

// "5-10 EUR APPROX [about 5 to 10 euros]" for each amount, joined by "; ".
std::string amounts(std::string_view text) {
  std::string out;
  for (const Amount& amount : extract::find_amounts(text, text::tokens(text))) {
    out += (out.empty() ? "" : "; ") + written(amount.value);
    if (amount.to > 0) out += "-" + written(amount.to);
    out += " " + amount.unit;
    if (amount.mod) out += " " + std::string(name_of(*amount.mod));
    out += " [" + std::string(amount.span.of(text)) + "]";
  }
  return out;
}

struct Case {
  const char* text;
  const char* amounts;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(amounts(each.text) == each.amounts);
  }
}

}  // namespace

TEST_CASE("money") {
  check({
      {"a loan of $61 billion.", "61000000000 USD [$61 billion]"},
      {"a loan of EUR 1.5bn.", "1500000000 EUR [EUR 1.5bn]"},
      {"half a billion hryvnias", "500000000 UAH [half a billion hryvnias]"},
      {"paid US$2m for it", "2000000 USD [US$2m]"},
      {"£350m a week", "350000000 GBP [£350m]"},
      {"61 billion dollars", "61000000000 USD [61 billion dollars]"},
      {"61 billion U.S. dollars", "61000000000 USD [61 billion U.S. dollars]"},
      {"Rs 500 crore", "5000000000 INR [Rs 500 crore]"},
      {"Rs. 1,23,456 for wells", "123456 INR [Rs. 1,23,456]"},
      {"four million Canadian dollars", "4000000 CAD [four million Canadian dollars]"},
      {"200 Hong Kong dollars", "200 HKD [200 Hong Kong dollars]"},
      {"a €3.1billion ($3.6bn) ship", "3100000000 EUR [€3.1billion]; 3600000000 USD [$3.6bn]"},
      {"a $60-million ferry", "60000000 USD [$60-million]"},
      {"a 60-million-euro ferry", "60000000 EUR [60-million-euro]"},
      {"five million pounds", "5000000 GBP [five million pounds]"},
      {"500 pounds of rice", "500 pound [500 pounds]"},
      {"300 pounds sterling", "300 GBP [300 pounds sterling]"},
      {"30 million pesos", "30000000 peso [30 million pesos]"},
      {"30 million Chilean pesos", "30000000 CLP [30 million Chilean pesos]"},
      {"5 trillion won", "5000000000000 KRW [5 trillion won]"},
      {"In 1987 won nobody.", ""},
      {"In 2014 $5 million went.", "5000000 USD [$5 million]"},
      {"billions of dollars", "1000000000 USD MORE_THAN [billions of dollars]"},
      {"hundreds of millions of euros", "100000000 EUR MORE_THAN [hundreds of millions of euros]"},
      {"up to £500 each", "500 GBP EQUAL_OR_LESS [up to £500]"},
      {"an estimated $140 million", "140000000 USD APPROX [an estimated $140 million]"},
      {"12.50 euros, 12,50 euros, 1.200.000 euros, 1.200,50 euros",
       "12.5 EUR [12.50 euros]; 12.5 EUR [12,50 euros]; 1200000 EUR [1.200.000 euros]; 1200.5 EUR [1.200,50 euros]"},
      {"two and a half million francs", "2500000 franc [two and a half million francs]"},
  });
}

TEST_CASE("people and things") {
  check({
      {"300,000 soldiers left", "300000 soldier [300,000 soldiers]"},
      {"31 Abrams tanks", "31 tank [31 Abrams tanks]"},
      {"two hundred and five people", "205 person [two hundred and five people]"},
      {"twenty-five wells", "25 well [twenty-five wells]"},
      {"half a million refugees", "500000 refugee [half a million refugees]"},
      {"a dozen trawlers", "12 trawler [a dozen trawlers]"},
      {"dozens of trawlers", "12 trawler MORE_THAN [dozens of trawlers]"},
      {"tens of thousands of marchers", "10000 marcher MORE_THAN [tens of thousands of marchers]"},
      {"a couple of hundred recruits, several million people",
       "100 recruit MORE_THAN [a couple of hundred recruits]; 1000000 person MORE_THAN [several million people]"},
      {"half a dozen boats", "6 boat [half a dozen boats]"},
      {"some 120 sailors", "120 sailor APPROX [some 120 sailors]"},
      {"120 or so sailors", "120 sailor APPROX [120 or so sailors]"},
      {"at least 40 gunmen and nearly 60 policewomen",
       "40 gunman EQUAL_OR_MORE [at least 40 gunmen]; 60 policewoman APPROX [nearly 60 policewomen]"},
      {"not more than 5,000 additional US troops",
       "5000 troop EQUAL_OR_LESS [not more than 5,000 additional US troops]"},
      {"24 F-16s and 12 F-16 jets", "24 F-16 [24 F-16s]; 12 jet [12 F-16 jets]"},
      {"six long-range missile batteries", "6 battery [six long-range missile batteries]"},
      {"250 aircraft, 20 HIMARS", "250 aircraft [250 aircraft]; 20 HIMARS [20 HIMARS]"},
      {"8 percentage points", "8 percentage point [8 percentage points]"},
      {"10 per cent, 11%, twelve percent, a 13-percent cut",
       "10 percent [10 per cent]; 11 percent [11%]; 12 percent [twelve percent]; 13 percent [13-percent]"},
  });
}

TEST_CASE("ranges") {
  check({
      {"between 5 and 10 million euros", "5000000-10000000 EUR [between 5 and 10 million euros]"},
      {"between $5 and $10", "5-10 USD [between $5 and $10]"},
      {"2,000-3,000 roubles", "2000-3000 RUB [2,000-3,000 roubles]"},
      {"$2-3 billion", "2000000000-3000000000 USD [$2-3 billion]"},
      {"$2m-$3m", "2000000-3000000 USD [$2m-$3m]"},
      {"10 to 15 boats", "10-15 boat [10 to 15 boats]"},
      {"about 10 to 15 percent", "10-15 percent APPROX [about 10 to 15 percent]"},
      {"five or six boats", "5-6 boat [five or six boats]"},
      {"5 percent to 7 percent", "5-7 percent [5 percent to 7 percent]"},
      {"fell from 9 to 7 percent", "7 percent [7 percent]"},
      {"rose from 5 to 7 percent", "5 percent [5]; 7 percent [7 percent]"},
      {"rose from $5 million to $7 million", "5000000 USD [$5 million]; 7000000 USD [$7 million]"},
      {"20 boats to 30 crews", "20 boat [20 boats]; 30 crew [30 crews]"},
  });
}

TEST_CASE("what is no amount") {
  for (const char* text : {"on September 11 attacks began",
                           "Article 5 guarantees",
                           "the 2016 elections",
                           "in 2019 Democrats won",
                           "the third tanks",
                           "a 19-year-old",
                           "aged 19, she left",
                           "five years, 20 minutes, two days",
                           "at 5 p.m. trains",
                           "call 555-867-5309 operators",
                           "one of the boats",
                           "one boat",
                           "the two countries",
                           "his five sons",
                           "first two boats",
                           "a 7-2 vote",
                           "No. 10 officials",
                           "the G-7 leaders",
                           "about 5",
                           "room 101",
                           "two sides",
                           "between 5 and 10",
                           "9:30 trains",
                           "a third of voters",
                           "in the 1990s riots"}) {
    CAPTURE(text);
    CHECK(amounts(text) == "");
  }
}

TEST_CASE("numbers that are odd or too large") {
  const auto too_large = [](std::string_view text) { return extract::has_number_too_large(text, text::tokens(text)); };
  for (const std::string& text : {"$" + std::string(400, '9'), std::string("$99,999,999,999,999,999,999"),
                                  std::string("nine trillion trillion dollars")}) {
    CAPTURE(text);
    CHECK(amounts(text) == "");
    CHECK(too_large(text));
  }
  CHECK_FALSE(too_large("$9,000,000,000,000,000,000"));
  check({
      {"1,2,3 boats", ""},
      {"$1,00,0", ""},
      {"$", ""},
      {"", ""},
      {"$0.50", "0.5 USD [$0.50]"},
  });
}

TEST_CASE("a lot of numbers takes linear time") {
  for (const char* part :
       {"hundred ", "a hundred and ", "7", "5 to ", "between ", "$", "tens of ", "4 - ", "5 Hong Kong "}) {
    const auto text_of = [part](std::size_t size) {
      std::string text;
      while (text.size() < size) text += part;
      return text;
    };
    CAPTURE(std::string(part));
    check_linear(10'000, text_of, [](const std::string& text) {
      CHECK(extract::find_amounts(text, text::tokens(text)).size() <= text.size());
    });
  }
}
