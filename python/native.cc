// The engine for Python: sayso._native. What people use is in the package around it.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/parallel.h"
#include "export/arrow.h"
#include "export/brat.h"
#include "export/tables.h"
#include "ingest/html.h"
#include "ingest/plain.h"
#include "record/enum_names.h"
#include "sayso/reader.h"
#include "sayso/record.h"

namespace nb = nanobind;

namespace {

using namespace sayso;

/// An Error on its way to Python, where it becomes sayso.SaysoError.
struct Failure {
  Error error;
};

template <class T>
T value_of(Result<T> result) {
  if (!result.ok()) throw Failure{result.error()};
  return std::move(*result);
}

/// An article as Python gives it; `body` is bytes, UTF-8 if it was a str.
struct Article {
  std::string body, title, date, outlet, uri;
  bool html = false;
};

Result<Document> document_of(const Article& article) {
  if (!article.date.empty() && !valid_date(article.date)) {
    return Error{Code::invalid_date, "the date is no existing day written YYYY-MM-DD: '" + article.date + "'"};
  }
  const ingest::Defaults defaults{article.date, article.outlet};
  auto document = article.html ? ingest::html_document(article.body, article.uri, defaults)
                               : ingest::plain_document(article.body, article.uri, defaults);
  if (document.ok() && !article.title.empty()) document->title = article.title;
  return document;
}

/// A record that Python holds; never altered.
struct Held {
  std::shared_ptr<const Record> record;
};

/// A record, or the code and message of what was wrong.
struct Answer {
  std::optional<Held> record;
  std::string code, message;
};

Answer answer_of(const Reader& reader, const Article& article, std::size_t threads) {
  auto document = document_of(article);
  if (!document.ok()) return {std::nullopt, code_name(document.error().code), document.error().message};
  return {Held{std::make_shared<const Record>(reader.read(std::move(*document), threads))}, {}, {}};
}

std::vector<Answer> answers_of(const Reader& reader, const std::vector<Article>& articles, std::size_t threads) {
  const nb::gil_scoped_release released;
  std::vector<Answer> answers(articles.size());
  const std::size_t all = threads > 0 ? threads : available_threads();
  const std::size_t each = articles.size() == 1 ? all : 1;
  parallel_for(articles.size(), all, [&](std::size_t i) { answers[i] = answer_of(reader, articles[i], each); });
  return answers;
}

Article article_of(nb::bytes body, bool html, std::string title, std::string date, std::string outlet,
                   std::string uri) {
  return {std::string(body.c_str(), body.size()),
          std::move(title),
          std::move(date),
          std::move(outlet),
          std::move(uri),
          html};
}

EventCoder coder_named(const std::string& name) {
  if (name == "dictionary") return EventCoder::dictionary;
  if (name == "model") return EventCoder::model;
  return name == "none" ? EventCoder::none : EventCoder::both;
}

template <class Struct>
nb::capsule capsule_of(std::unique_ptr<Struct> given, const char* name) {
  return {given.release(), name, [](void* held) noexcept {
            const std::unique_ptr<Struct> mine(static_cast<Struct*>(held));
            if (mine->release != nullptr) mine->release(mine.get());
          }};
}

/// Arrow's PyCapsules of schema and array: see "The Arrow PyCapsule Interface".
std::pair<nb::capsule, nb::capsule> arrow_of(const std::string& kind, const std::vector<Held>& records) {
  const auto table = value_named<exporter::TableKind>(kind);
  if (!table) throw nb::key_error(kind.c_str());
  auto schema = std::make_unique<ArrowSchema>();
  auto array = std::make_unique<ArrowArray>();
  {
    const nb::gil_scoped_release released;
    std::vector<const Record*> all;
    for (const Held& held : records) all.push_back(held.record.get());
    exporter::to_arrow(exporter::table_of(*table, all), *schema, *array);
  }
  return {capsule_of(std::move(schema), "arrow_schema"), capsule_of(std::move(array), "arrow_array")};
}

std::vector<std::tuple<std::string, std::string, std::string>> columns_of(const std::string& kind) {
  const auto table = value_named<exporter::TableKind>(kind);
  if (!table) throw nb::key_error(kind.c_str());
  std::vector<std::tuple<std::string, std::string, std::string>> columns;
  for (auto& note : exporter::columns_of(*table)) {
    columns.emplace_back(std::move(note.name), std::move(note.type), std::move(note.what));
  }
  return columns;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (int i = 0; !exporter::name_of(static_cast<exporter::TableKind>(i)).empty(); ++i) {
    names.emplace_back(exporter::name_of(static_cast<exporter::TableKind>(i)));
  }
  return names;
}

nb::bytes bytes_of(const std::string& text) { return nb::bytes(text.data(), text.size()); }

void translate(const std::exception_ptr& thrown, void* /*payload*/) {
  try {
    std::rethrow_exception(thrown);
  } catch (const Failure& failure) {
    const nb::object kind = nb::module_::import_("sayso.errors").attr("SaysoError");
    const nb::object error = kind(code_name(failure.error.code), failure.error.to_string());
    PyErr_SetObject(kind.ptr(), error.ptr());
  }
}

}  // namespace

NB_MODULE(_native, module) {
  nb::register_exception_translator(translate);

  nb::class_<Held>(module, "Record")
      .def("json", [](const Held& held) { return bytes_of(to_json(*held.record)); })
      .def("pretty_json", [](const Held& held) { return bytes_of(to_pretty_json(*held.record)); })
      .def("brat", [](const Held& held) { return exporter::to_brat(*held.record); })
      .def_prop_ro("text", [](const Held& held) { return bytes_of(held.record->document.text); });

  nb::class_<Article>(module, "Article")
      .def("__init__", [](Article* article, nb::bytes body, bool html, std::string title, std::string date,
                          std::string outlet, std::string uri) {
        new (article) Article(
            article_of(std::move(body), html, std::move(title), std::move(date), std::move(outlet), std::move(uri)));
      });

  nb::class_<Answer>(module, "Answer")
      .def_ro("record", &Answer::record)
      .def_ro("code", &Answer::code)
      .def_ro("message", &Answer::message);

  nb::class_<Reader>(module, "Reader").def("read", &answers_of, nb::arg("articles"), nb::arg("threads"));

  module.def("open", [](const std::string& model, const std::string& lexicon, const std::string& below,
                        const std::string& events, const std::string& coder) {
    return value_of(Reader::open(model, {lexicon, below, events}, coder_named(coder)));
  });
  module.def("from_json", [](nb::bytes json) {
    return Held{std::make_shared<const Record>(value_of(from_json({json.c_str(), json.size()})))};
  });
  module.def("arrow", &arrow_of);
  module.def("columns", &columns_of);
  module.def("tables", &table_names);
  module.attr("version") = SAYSO_VERSION;
}
