#include <doctest/doctest.h>

#include <string>

#include "text/tokens.h"

using namespace sayso::text;

namespace {

std::string split(std::string_view text) {
  std::string out;
  for (const Token& token : tokens(text)) {
    if (!out.empty()) out += ' ';
    out += token.span.of(text);
  }
  return out;
}

}  // namespace

TEST_CASE("clitics") {
  CHECK(split("I don't, he can’t, they won't; Kyiv's") == "I do n't , he ca n’t , they wo n't ; Kyiv 's");
  CHECK(split("we'll I'VE you’re parties' o'clock O'Dell's") == "we 'll I 'VE you ’re parties ' o'clock O'Dell 's");
  CHECK(split("cannot gonna Didnt") == "can not gon na Did nt");
  CHECK(split("the '90s and '24, 'em") == "the '90s and '24 , 'em");
  CHECK(split("'No' means “no”.") == "' No ' means “ no ” .");
}

TEST_CASE("abbreviations keep their full stop") {
  CHECK(split("Mr. Vane of the U.S. met J. Orr.") == "Mr. Vane of the U.S. met J. Orr .");
  CHECK(split("at 5 p.m. on Sept. 5, etc.") == "at 5 p.m. on Sept. 5 , etc.");
  CHECK(split("No. 5 said no. The end.") == "No. 5 said no . The end .");
  CHECK(split("on Sat. He left on Sun. 5 May") == "on Sat . He left on Sun. 5 May");
  CHECK(split("Ph.D., AT&T Inc.") == "Ph.D. , AT&T Inc.");
  CHECK(split("in the U.S.") == "in the U.S.");
}

TEST_CASE("numbers, money, units") {
  CHECK(split("$61 1.5bn 1,200.50 US$5 £3m") == "$ 61 1.5 bn 1,200.50 US$ 5 £ 3 m");
  CHECK(split("50% 9:30am 9/11 1980s 5th 5p.m.") == "50 % 9:30 am 9/11 1980s 5th 5 p.m.");
  CHECK(split("2016-17 555-0199 202-555-0199 .5 4x4") == "2016 - 17 555-0199 202-555-0199 .5 4x4");
  CHECK(split("It cost 3.5.") == "It cost 3.5 .");
}

TEST_CASE("hyphens, dashes, slashes") {
  CHECK(split("a 15-year-old e-mail, anti-war non-member") == "a 15 - year - old e-mail , anti-war non-member");
  CHECK(split("well-known—or not -- and/or so–so") == "well - known — or not -- and / or so – so");
}

TEST_CASE("marks in a row") {
  CHECK(split("What?! No... Yes…") == "What ?! No ... Yes …");
  CHECK(split("(\"No,\" he said.)") == "( \" No , \" he said . )");
  CHECK(split("``Go,'' he said") == "`` Go , '' he said");
}

TEST_CASE("addresses and names of the net") {
  CHECK(split("See https://ex.org/a?b=(c)., or www.ex.org.") == "See https://ex.org/a?b=(c) . , or www.ex.org .");
  CHECK(split("(mail a.b@ex.org) @vane #NoDeal amazon.com") == "( mail a.b@ex.org ) @vane #NoDeal amazon.com");
  CHECK(split("he said.The end") == "he said . The end");
}

TEST_CASE("other scripts, combining marks, nothing") {
  CHECK(split("Володимир, Ünal e\u0301a") == "Володимир , Ünal e\u0301a");
  CHECK(split("") == "");
  CHECK(split(" \n\u00a0") == "");
}
