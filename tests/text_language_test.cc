#include <doctest/doctest.h>

#include <string>

#include "text/language.h"

using sayso::text::looks_english;

TEST_CASE("running English passes, other languages do not") {
  CHECK(looks_english(
      "The minister said on Friday that the two sides would meet again in the capital, and that he had no doubt "
      "about the will of his partners to find a way out of the crisis."));
  CHECK_FALSE(looks_english(
      "Der Minister sagte am Freitag, dass die beiden Seiten sich in der Hauptstadt wieder treffen werden und dass er "
      "keinen Zweifel am Willen seiner Partner habe, einen Ausweg aus der Krise zu finden."));
  CHECK_FALSE(looks_english(
      "Le ministre a déclaré vendredi que les deux parties se retrouveraient dans la capitale et que la volonté de ses "
      "partenaires ne faisait aucun doute pour sortir de cette crise."));
  CHECK_FALSE(looks_english(
      "Міністр заявив у п'ятницю, що обидві сторони знову зустрінуться у столиці, і що він не сумнівається у бажанні "
      "своїх партнерів знайти вихід із кризи."));
  std::string chinese;
  for (int i = 0; i < 20; ++i) chinese += "部长周五表示双方将";
  CHECK_FALSE(looks_english(chinese));
}

TEST_CASE("short texts pass") {
  CHECK(looks_english(""));
  CHECK(looks_english("Ja, das ist so."));
  CHECK(looks_english("Zelenskyy Macron Scholz Tusk Orbán Meloni"));
}
