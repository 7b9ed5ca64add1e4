#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.h"
#include "ingest/html.h"
#include "ingest/html_simplify.h"
#include "ingest/html_tree.h"
#include "linear_support.h"
#include "text/utf8.h"

namespace {

using sayso::Code;
using sayso::Document;
using sayso::Result;

Result<Document> read_page(std::string_view html) { return sayso::ingest::html_document(html, "page.html", {}); }

std::string text_of(std::string_view html) {
  const auto document = read_page(html);
  return document.ok() ? document->text : document.error().message;
}

const std::string kFiller =
    "<p>The council will vote on the bridge next week, its chairwoman said, and she expects a narrow result.</p>";
const std::string kFillerText =
    "The council will vote on the bridge next week, its chairwoman said, and she expects a narrow result.";

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

std::size_t deepest(const sayso::ingest::HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<std::size_t> depth(nodes.size());
  std::size_t most = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) most = std::max(most, depth[i] = depth[nodes[i].parent] + 1);
  return most;
}

/// What has no end, in parts that open, nest or repeat.
std::vector<std::string> hostile_pages(std::size_t times) {
  std::string attributes = "<div", bodies, bolds;
  for (std::size_t i = 0; i < times; ++i) {
    attributes += " a" + std::to_string(i) + "=1";
    bodies += "<body b" + std::to_string(i) + "=1>";
    bolds += "<b id=" + std::to_string(i) + "><p>";
  }
  std::vector<std::string> pages = {attributes + ">", bodies, bolds};
  for (const char* part : {"<div>",
                           "<span class=a>",
                           "<p><b><i><font color=red>",
                           "<a href=x><div>",
                           "<table><tr><td>",
                           "<table>",
                           "<ul><li>",
                           "<span class=a><div></span>",
                           "<x-y><section></x-y></p>",
                           "<blockquote><q>",
                           "<select><option>",
                           "<svg><math>",
                           "<!--",
                           "<script>",
                           "<script><!--<script></script>",
                           "<iframe>",
                           "<dl><dt><dd>",
                           "</div></p></br></table>",
                           "<a href=\"",
                           "<",
                           "&",
                           "&amp",
                           "<h1><h2>",
                           "<button><p>",
                           "<template><td>",
                           "<caption><table>",
                           "<td><tr><form>"}) {
    pages.push_back(repeated(part, times));
  }
  return pages;
}

}  // namespace

TEST_CASE("each page in tests/data/ingest/pages gives what its .expected says") {
  const auto listing = sayso::list_files(SAYSO_SOURCE_DIR "/tests/data/ingest/pages");
  REQUIRE(listing.ok());
  std::size_t count = 0;
  for (const std::string& path : listing->files) {
    if (!path.ends_with(".html")) continue;
    CAPTURE(path);
    ++count;
    const auto page = sayso::read_file(path);
    const auto expected = sayso::read_file(path.substr(0, path.size() - 4) + "expected");
    REQUIRE(page.ok());
    REQUIRE(expected.ok());
    const auto document = read_page(*page);
    REQUIRE(document.ok());
    CHECK("title: " + document->title + "\noutlet: " + document->outlet + "\nbyline: " + document->byline +
              "\npublished: " + document->published + "\n\n" + document->text + "\n" ==
          *expected);
    CHECK(document->lang == "en");
    CHECK(document->uri == "page.html");
    CHECK(document->id.size() == 64);
  }
  CHECK(count >= 10);
}

TEST_CASE("entities are decoded, white space is collapsed, soft hyphens go") {
  CHECK(text_of(
            "<p>Caf&eacute; &amp; &lt;b&gt; &#8364;5 &#x1F600; &nbsp;  it&#146;s\n\t re&shy;opened by the mayor</p>") ==
        "Caf\u00E9 & <b> \u20AC5 \U0001F600 it\u2019s reopened by the mayor");
  CHECK(text_of("<p>AT&T said &unknown; &amp;lt; and &#0; &#xD800; &#x110000; were all it had to say</p>") ==
        "AT&T said &unknown; &lt; and \uFFFD \uFFFD \uFFFD were all it had to say");
}

TEST_CASE("a line break is a line feed, two of them end the paragraph") {
  CHECK(text_of("<div>One said yes.<br>Two said no.<br> <br/>Three did not vote.</div>") ==
        "One said yes.\nTwo said no.\n\nThree did not vote.");
}

TEST_CASE("a table of data keeps its rows") {
  CHECK(text_of("<article>" + kFiller +
                "<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Reds</td><td>12</td></tr>" +
                "</table></article>") == kFillerText + "\n\nParty\tSeats\nReds\t12");
}

TEST_CASE("scripts end where the standard says") {
  const std::string article = "<article>" + kFiller + "</article>";
  const std::vector<std::string> scripts = {
      "<script>var a = '</p><p>no no no no no no no no no no no no no no no no no</p>';</script>",
      "<script>var a = '<\\/script><p>no</p>';</script>",
      "<SCRIPT>a</scripty>b</SCRIPT >",
      "<script><!-- document.write('<script>x</script>'); --></script>",
      "<script><!-- if (a --> b) </script>",
      "<script>a = \"<!--\"</script>",
      "<style>a > b { content: '</p>' } </style foo=bar>",
      "<script type='text/template'><article><p>no</p></article></script>",
      "<svg><title>no</title><script>a</script><text>no</text></svg>",
      "<template><p>no</p></template><noscript><p>no</p></noscript><iframe><p>no</p></iframe>",
      "<!-- <p>no</p> > --><!--><!---><![CDATA[ no ]]><?php no ?><!no></ no>",
  };
  for (const std::string& script : scripts) {
    CAPTURE(script);
    CHECK(text_of(script + article) == kFillerText);
    CHECK(text_of("<article>" + script + kFiller + script + "</article>") == kFillerText);
  }
}

TEST_CASE("what has no end does not swallow the article") {
  for (const char* open : {"<!-- no ", "<svg>", "<select>", "<iframe src=x>", "<noscript>", "<textarea>", "<button>"}) {
    CAPTURE(open);
    CHECK(text_of(std::string(open) + "<article>" + kFiller + "</article>") == kFillerText);
  }
  CHECK(text_of("<article>" + kFiller + "</article><script>never <p>ends</p>") == kFillerText);
}

TEST_CASE("what is hidden is not read") {
  CHECK(text_of("<div><p style='color:red; DISPLAY : none'>No.</p><p hidden>No.</p><p aria-hidden=true>No.</p>" +
                kFiller + "<span class=sr-only>opens in a new window</span></div>") == kFillerText);
}

TEST_CASE("encodings") {
  const std::string expected = "Le caf\u00E9 ferme \u2014 so said the \u201Cchef\u201D, and his guests believed him.";
  const auto page = [](const std::string& meta, const std::string& text) {
    return "<html><head>" + meta + "</head><body><p>" + text + "</p></body></html>";
  };
  const std::string cp1252 =
      "Le caf\xE9 ferme \x97 so said the \x93"
      "chef\x94, and his guests believed him.";
  SUBCASE("Windows-1252 and the latin-1 that means it") {
    CHECK(text_of(page("<meta charset=windows-1252>", cp1252)) == expected);
    CHECK(text_of(page("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", cp1252)) == expected);
    CHECK(text_of(page("", cp1252)) == expected);
  }
  SUBCASE("UTF-8, whatever the page claims") {
    CHECK(text_of(page("<meta charset=utf-8>", expected)) == expected);
    CHECK(text_of(page("<meta charset=iso-8859-1>", expected)) == expected);
    CHECK(text_of("\xEF\xBB\xBF" + page("<meta charset=iso-8859-1>", expected)) == expected);
  }
  SUBCASE("UTF-16 with a mark") {
    const std::string utf8 = page("<meta charset=utf-16>", expected);
    for (const bool big : {false, true}) {
      std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
      for (std::size_t at = 0; at < utf8.size();) {
        const auto c = sayso::text::decode(utf8, at);
        const char high = static_cast<char>(c.value >> 8), low = static_cast<char>(c.value & 0xFF);
        bytes += big ? high : low;
        bytes += big ? low : high;
        at += c.size;
      }
      CHECK(text_of(bytes) == expected);
    }
  }
  SUBCASE("others by iconv") {
    CHECK(text_of(
              page("<meta charset=\"koi8-r\">", "\xF0\xD2\xC9\xD7\xC5\xD4 to all who came to the square, he said.")) ==
          "\u041F\u0440\u0438\u0432\u0435\u0442 to all who came to the square, he said.");
    CHECK(text_of("<?xml version='1.0' encoding='iso-8859-2'?>" + page("",
                                                                       "Pan \xA3"
                                                                       "ach said he would not go.")) ==
          "Pan \u0141"
          "ach said he would not go.");
    CHECK(text_of(page("<meta charset=no-such-thing>", cp1252)) == expected);
  }
  SUBCASE("bytes that fit nowhere are replaced and noted") {
    const auto document =
        read_page(page("<meta charset=utf-8>", "The \xFF minister said so on Monday, \xC3\xA9t\xC3\xA9."));
    REQUIRE(document.ok());
    CHECK(document->text == "The \uFFFD minister said so on Monday, \u00E9t\u00E9.");
    REQUIRE(!document->notes.empty());
    CHECK(document->notes[0].code == Code::note_replaced_bytes);
  }
}

TEST_CASE("a page without readable text is an error") {
  for (const char* page :
       {"", " \n ", "<html></html>", "<script>var a = 'The minister said nothing.';</script>",
        "<nav><a href=/>Home</a></nav>", "<ul><li><a href=/a>One story</a><li><a href=/b>Another</a></ul>",
        "<p>&nbsp;</p>", "<p>--</p>"}) {
    CAPTURE(page);
    const auto document = read_page(page);
    REQUIRE(!document.ok());
    CHECK(document.error().code == Code::no_article);
    CHECK(document.error().file == "page.html");
  }
  const auto binary = read_page("%PDF-1.7 ...");
  REQUIRE(!binary.ok());
  CHECK(binary.error().code == Code::not_text);
}

TEST_CASE("a short page is still an article") {
  CHECK(text_of("<p>He said no.</p>") == "He said no.");
  CHECK(text_of("He said no.") == "He said no.");
}

TEST_CASE("JSON-LD in its many shapes") {
  const auto byline = [](const std::string& author) {
    const auto document =
        read_page("<script type='application/ld+json; charset=utf-8'>{\"@type\":\"NewsArticle\",\"author\":" + author +
                  "}</script>" + kFiller);
    return document.ok() ? document->byline : "error";
  };
  CHECK(byline("\"Ann Lee\"") == "Ann Lee");
  CHECK(byline("\"By Ann Lee\"") == "Ann Lee");
  CHECK(byline("{\"name\":\"Ann Lee\"}") == "Ann Lee");
  CHECK(byline("{\"name\":[\"Ann Lee\",\"Bo Oz\"]}") == "Ann Lee, Bo Oz");
  CHECK(byline("[{\"name\":\"Ann Lee\"},\"Bo Oz\",{\"url\":\"x\"},7,null]") == "Ann Lee, Bo Oz");
  CHECK(byline("\"https://example.org/ann\"").empty());
  CHECK(byline("{\"@id\":\"#nowhere\"}").empty());
  CHECK(byline("null").empty());
  const auto title = [](const std::string& json) {
    const auto document =
        read_page("<title>Page title</title><script type=\"application/ld+json\">" + json + "</script>" + kFiller);
    return document.ok() ? document->title : "error";
  };
  const std::string news = R"({"@type":"NewsArticle","headline":"News"})",
                    blog = R"({"@type":"BlogPosting","headline":"Blog"})";
  CHECK(title("[" + blog + "," + news + "]") == "News");
  CHECK(title(R"({"@graph":[{"@type":"WebPage"},)" + blog + "]}") == "Blog");
  CHECK(title(R"({"@type":"WebPage","mainEntity":)" + news + "}") == "News");
  CHECK(title("<!-- " + news + " -->") == "News");
  CHECK(title("//<![CDATA[\n" + news + "\n//]]>") == "News");
  CHECK(title("<![CDATA[" + news + "]]>") == "News");
  CHECK(title(news + ";") == "News");
  CHECK(title(R"({"@type":"ItemList","itemListElement":[)" + news + "]}") == "Page title");
  for (const std::string& bad : std::vector<std::string>{
           "{", "}{", "[]", "\xFF", "[CDATA[", ("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}"),
           repeated("[", 100000), repeated("[", 100000) + repeated("]", 100000), repeated("{\"@graph\":", 100000)}) {
    CHECK(title(bad) == "Page title");
  }
}

TEST_CASE("dates: the first that exists, from the best place") {
  const auto published = [](const std::string& html) {
    const auto document = read_page(html + "<article>" + kFiller + "</article>");
    return document.ok() ? document->published : "error";
  };
  CHECK(published("<meta name=dc.date content='2020-01-02'><meta property=article:published_time "
                  "content='2021-01-02T00:00Z'>") == "2021-01-02");
  CHECK(published(
            "<meta property=article:published_time content='soon'><meta name=DC.date.issued content='2 Jan 2020'>") ==
        "2020-01-02");
  CHECK(published("<nav><time datetime=2001-01-01>x</time></nav><time datetime='2020-02-29T10:00'>x</time>") ==
        "2020-02-29");
  CHECK(published("<time datetime=2001-01-01>today</time><time itemprop=datePublished datetime=2020-02-29>x</time>") ==
        "2020-02-29");
  CHECK(published("<time>5 March 2019</time>") == "2019-03-05");
  CHECK(published("").empty());
}

TEST_CASE("names of other things do not hide the story") {
  for (const char* name : {"has-comments", "article-with-sidebar", "story ad-free no-ads", "section banner",
                           "newsletter", "related", "social"}) {
    CAPTURE(name);
    CHECK(text_of("<div class='" + std::string(name) + "'>" + kFiller + "</div>") == kFillerText);
  }
}

TEST_CASE("deep, wide and unclosed markup takes linear time and bounded depth") {
  for (std::size_t i = 0; i < hostile_pages(0).size(); ++i) {
    const auto page_of = [i](std::size_t times) { return hostile_pages(times)[i]; };
    const std::string start = page_of(10).substr(0, 40);
    CAPTURE(start);
    sayso::check_linear(2500, page_of, [](const std::string& page) {
      const std::size_t depth = deepest(sayso::ingest::HtmlTree(sayso::ingest::simplify_html(page).html));
      CHECK(depth < 3 * sayso::ingest::kMaxHtmlDepth);
      (void)read_page(page + kFiller);
    });
  }
  CHECK(text_of(repeated("<div>", 100000) + kFiller + repeated("</div>", 100000)) == kFillerText);
}

TEST_CASE("random tag soup: valid text, bounded depth") {
  const std::vector<std::string> parts = {"<div>",
                                          "</div>",
                                          "<p>",
                                          "</p>",
                                          "<span class=a>",
                                          "<span>",
                                          "</span>",
                                          "<table>",
                                          "</table>",
                                          "<tr>",
                                          "</tr>",
                                          "<td>",
                                          "</td>",
                                          "<ul>",
                                          "</ul>",
                                          "<li>",
                                          "</li>",
                                          "<a href=x>",
                                          "</a>",
                                          "<a>",
                                          "<q>",
                                          "</q>",
                                          "<x-y>",
                                          "</x-y>",
                                          "<h1>",
                                          "</h2>",
                                          "<blockquote>",
                                          "</blockquote>",
                                          "<dl>",
                                          "<dt>",
                                          "<dd>",
                                          "</dl>",
                                          "<section>",
                                          "</section>",
                                          "<form>",
                                          "</form>",
                                          "<body>",
                                          "</body>",
                                          "</html>",
                                          "<br>",
                                          "<hr>",
                                          "<time>",
                                          "</time>",
                                          "<pre>",
                                          "</pre>",
                                          "text ",
                                          "\u201Cquoted\u201D "};
  unsigned state = 1;
  for (int round = 0; round < 60; ++round) {
    // A few parts often, so that some rounds nest deeply.
    std::vector<std::size_t> chosen;
    const auto random = [&state](std::size_t n) {
      state = state * 1664525U + 1013904223U;
      return static_cast<std::size_t>(state >> 8) % n;
    };
    for (int i = 0; i < 6; ++i) chosen.push_back(random(parts.size()));
    std::string page;
    for (int i = 0; i < 4000; ++i)
      page += parts[random(10) == 0 ? random(parts.size()) : chosen[random(chosen.size())]];
    const sayso::ingest::HtmlTree tree(sayso::ingest::simplify_html(page).html);
    CHECK(deepest(tree) < 3 * sayso::ingest::kMaxHtmlDepth);
    const auto document = read_page(page);
    if (document.ok()) CHECK(sayso::text::is_valid_utf8(document->text));
  }
}

TEST_CASE("50 MB in one line") {
  const std::string line =
      repeated("The minister said on Monday that nothing would change before the summer. ", 700000);
  const auto document = read_page("<article><p>" + line + "</p></article>");
  REQUIRE(document.ok());
  CHECK(document->text.size() == line.size() - 1);
  CHECK(std::any_of(document->notes.begin(), document->notes.end(),
                    [](const auto& note) { return note.code == Code::note_long_line; }));
}
