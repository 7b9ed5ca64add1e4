#include "ingest/petrarch_xml.h"

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/published.h"
#include "text/utf8.h"

namespace sayso::ingest {
namespace {

Document document_of(const pugi::xml_node& sentence, const std::string& path, std::size_t number,
                     const Defaults& defaults) {
  Document document;
  document.uri = text::clean_utf8(sentence.attribute("id").value()).text;
  if (document.uri.empty()) document.uri = path + ":" + std::to_string(number);
  document.outlet = text::clean_utf8(sentence.attribute("source").value()).text;
  document.published = day_of(sentence.attribute("date").value());
  text::CleanText clean = text::clean_utf8(sentence.child("Text").text().get());
  document.text = collapsed(clean.text);
  // PETRARCH's texts join the words of some names so.
  std::replace(document.text.begin(), document.text.end(), '_', ' ');
  finish(document, clean, defaults);
  return document;
}

class Collector final : public pugi::xml_tree_walker {
 public:
  Collector(const std::string& path, const Defaults& defaults) : path_(path), defaults_(defaults) {}

  bool for_each(pugi::xml_node& node) override {
    if (std::string_view(node.name()) == "Sentence" && node.child("Text")) {
      found_.push_back(document_of(node, path_, found_.size() + 1, defaults_));
    }
    return true;
  }
  std::vector<Document>& found() { return found_; }

 private:
  const std::string& path_;
  const Defaults& defaults_;
  std::vector<Document> found_;
};

}  // namespace

Result<std::vector<Document>> petrarch_documents(std::string_view bytes, const std::string& path,
                                                 const Defaults& defaults) {
  if (text::is_binary(bytes)) return Error{Code::not_text, "is binary, not XML", path};
  if (bytes.size() > kMaxXmlBytes) {
    return Error{Code::input_too_large, "is larger than " + std::to_string(kMaxXmlBytes) + " bytes", path};
  }
  pugi::xml_document xml;
  const pugi::xml_parse_result parsed = xml.load_buffer(bytes.data(), bytes.size());
  if (!parsed) {
    const auto at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), bytes.size());
    const auto line =
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    return Error{Code::invalid_xml, std::string("no well-formed XML: ") + parsed.description(), path, line + 1, at};
  }
  Collector collector(path, defaults);
  xml.traverse(collector);
  if (collector.found().empty()) {
    return Error{Code::invalid_xml, "holds no <Sentence> with a <Text>", path, 1};
  }
  return std::move(collector.found());
}

}  // namespace sayso::ingest
