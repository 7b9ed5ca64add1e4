#include "extract/actors/first_names.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace sayso::extract {
namespace {

constexpr std::string_view kFemale =
    "abigail agnes aisha alexandra alice alicia alison amanda amy ana anastasia angela anita anja ann anna anne "
    "annette annie antonia ashley astrid  barbara beatrice benazir bernadette beth betty beverly brenda bridget "
    "brigitte camilla carla carmen carol carole caroline carolyn catherine cecilia charlotte cheryl christina "
    "christine "
    "claire clara claudia condoleezza cristina cynthia danielle dawn deborah debra denise diana diane dianne dina "
    "donna "
    "dora doris dorothy edith elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma erica esther eva "
    "eve evelyn fatima federica fiona florence frances gabriela gail georgia gina giorgia gloria grace greta hanna "
    "hannah heather heidi helen helena helle hillary ilse inga ingrid irene irina isabel ivanka jacinda jackie jane "
    "janet janice jeanne jennifer jenny jessica jill joan joanna joanne josephine joyce judith judy julia juliana "
    "julie kamala karen karin karoline kate katharine katherine kathleen kathryn kathy katie kayleigh keiko kellyanne "
    "kimberly kirsten kirstjen kristen kristi laura lauren leila leticia lidia liliana lilian linda lisa liz lois "
    "loretta lori louise lucia lucy luisa lydia madeleine maggie maia maria mariana marianne marie marilyn marina "
    "marine marjorie martha mary maya megan melania melinda melissa mette michelle mina miriam molly monica monika "
    "nadia nancy naomi natalia natalie natasha nicola nikki nina nora norma olena olga olivia oksana pamela patricia "
    "paula pauline penny petra phyllis rachel raisa rebecca regina renee rita roberta rosa rose roxana ruth sabine "
    "sally samantha sandra sanna sara sarah sharon sheila sheikha shirley silvia simone sofia sonia sophia sophie "
    "stephanie steffi susan susana susanne suzanne svetlana sviatlana sylvia tamara tanya tatiana teresa tessa theresa "
    "tina tulsi ursula valentina valerie vanessa vera veranika veronica victoria viktoria violeta virginia wendy "
    "yevgenia yulia yvette yvonne zoe zuzana";
constexpr std::string_view kMale =
    "aaron abdul abdullah abe abiy abraham adam adil adrian ahmad ahmed akbar alan albert alberto aleksandr alex "
    "alexander alexei alexey alfred ali allan allen alois anatoly anders andre andreas andrei andres andrew andriy "
    "andrzej andy anthony antonio antony anwar arnold arthur artem asif atiku ayman barack barry bart bashar ben "
    "benedict benjamin benny bernard bernie bill bob bogdan boris brad brett brian bruce bruno carl carlos casey cesar "
    "chad charles charlie chris christian christopher chuck claude clarence colin craig cyril dan daniel darren david "
    "dean dennis derek diego dieter dmitry dmytro dominic don donald donal doug douglas duncan dwight earl ed eddie "
    "edgar eduardo edward edwin ehud elias elijah elon emanuel emmanuel eric erik ernest ernesto eugene evan evo ezra "
    "felipe felix fernando fidel francis francisco francois frank franz fred frederick friedrich fumio gabriel gareth "
    "gary gavin gennady geoff geoffrey george gerald gerard gerhard german giuseppe glenn gordon graham greg gregory "
    "gunther gustavo guy hamid hans harold harry hassan heinz henrik henry herbert herman hosni howard hubert hugh "
    "hugo ian ibrahim igor ihor imran isaac ismail ivan jack jacob jaime jair jake james jamie jan janez jared "
    "jason javier jean-claude jeff jefferson jeffrey jens jeremy jerome jerry jim jimmy joachim joe joel johann john "
    "johnny jon jonathan jorge jose josef joseph josep josh joshua juan julian julius justin karl keith ken kenneth "
    "kevin khalid kofi kurt kyle larry lars laurent lawrence leo leon leonard leonid lindsey lloyd lorenzo louis "
    "lucas luis luiz lukas lyndon mahmoud manuel marc marcel marco marcos marcus mario mark markus marshall martin "
    "marty marvin mateusz matt matteo matthew matthias maurice mauricio max maxim menachem michael michel miguel "
    "mikhail "
    "mike mikheil milos mitch mitt mohamed mohammad mohammed moon moshe muhammad murray mustafa mykhailo mykola "
    "naftali narendra nathan nawaz neil nelson nicholas nick nicolas nigel nikita nikol nikolai norman oleg oleh "
    "oleksandr "
    "oleksii oliver olaf oscar otto pablo patrick paul pavel pedro percy peter petro phil philip phillip pierre piotr "
    "qasem rahul ralph ramon raul ray raymond recep reinhard reuven rex ricardo richard rick rob robert roberto rod "
    "rodney rodrigo roger roland roman ron ronald ross roy rudolf rudy russell rustem saddam salvador sam samuel scott "
    "sean sebastian serge sergei sergey sergio serhii seth sergii shimon shinzo sigmar silvio simon staffan stanislav "
    "stanley stefan steffen stephen steve steven stewart stuart suleiman taras tarek ted terence terry theodore thomas "
    "tim timothy tobias todd tom tommy tony travis trevor ulrich uri valery vaclav victor viktor viktar vincent vitali "
    "vitaly vladimir volodymyr vyacheslav walid wallace walter warren wayne werner wesley wilhelm will willem william "
    "willy winston wladimir wolfgang xavier yair yevgeny yitzhak yousaf yuri yusuf zbigniew zoran";

std::unordered_map<std::string_view, Gender> table() {
  std::unordered_map<std::string_view, Gender> all;
  for (const auto& [names, gender] : {std::pair{kFemale, Gender::female}, std::pair{kMale, Gender::male}}) {
    for (std::string_view rest = names; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      all.emplace(rest.substr(0, end), gender);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return all;
}

}  // namespace

Gender gender_of_first_name(std::string_view folded) {
  static const auto kTable = table();
  const auto found = kTable.find(folded);
  return found == kTable.end() ? Gender::unknown : found->second;
}

}  // namespace sayso::extract
