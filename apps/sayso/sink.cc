#include "sink.h"

#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "base/files.h"
#include "export/brat.h"
#include "output.h"

namespace sayso::cli {
namespace {

/// Pages with a rule between them, or lines of JSON where there is no layout.
class TextSink final : public Sink {
 public:
  TextSink(Output output, const std::optional<PageLayout>& layout) : output_(std::move(output)), layout_(layout) {}

  std::string render(const Record& record) const override {
    return layout_ ? page(record, *layout_) : to_json(record) + "\n";
  }
  void add(const Record& /*record*/, std::string_view text) override {
    if (!std::exchange(first_, false) && layout_) output_.write(page_break(*layout_));
    output_.write(text);
  }
  void flush() override { output_.flush(); }
  void finish() override { output_.flush(); }
  const std::optional<Error>& error() const override { return output_.error(); }
  bool pipe_closed() const override { return output_.pipe_closed(); }

 private:
  Output output_;
  std::optional<PageLayout> layout_;
  bool first_ = true;
};

/// Pretty JSON: the record itself when there is one, a list of them when there are more. The first is held back until
/// it is known which.
class JsonSink final : public Sink {
 public:
  explicit JsonSink(Output output) : output_(std::move(output)) {}

  std::string render(const Record& record) const override { return to_pretty_json(record); }
  void add(const Record& /*record*/, std::string_view text) override {
    if (count_ > 0) {
      output_.write(count_ == 1 ? "[\n" : ",\n");
      output_.write(held_);
    }
    held_ = text;
    ++count_;
  }
  void flush() override { output_.flush(); }
  void finish() override {
    if (count_ > 1) output_.write(",\n");
    output_.write(held_);
    if (count_ > 0) output_.write(count_ > 1 ? "\n]\n" : "\n");
    output_.flush();
  }
  const std::optional<Error>& error() const override { return output_.error(); }
  bool pipe_closed() const override { return output_.pipe_closed(); }

 private:
  Output output_;
  std::string held_;
  std::size_t count_ = 0;
};

/// text/DOC.txt and attributions/DOC_auto.ann, as PolNeAR lays them out; "auto" stands for the annotator.
class BratSink final : public Sink {
 public:
  explicit BratSink(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::string render(const Record& /*record*/) const override { return {}; }  // its names depend on those before
  void add(const Record& record, std::string_view /*text*/) override {
    if (error_) return;
    const std::string base = exporter::brat_name(record.document);
    std::string name = base;
    while (!used_.emplace(name, 1).second) name = base + "-" + std::to_string(++used_[base]);
    keep(write_file((folder_ / "text" / (name + ".txt")).string(), record.document.text));
    keep(write_file((folder_ / "attributions" / (name + "_auto.ann")).string(), exporter::to_brat(record)));
  }
  void flush() override {}
  void finish() override {}
  const std::optional<Error>& error() const override { return error_; }

 private:
  void keep(const Status& status) {
    if (!status.ok() && !error_) error_ = status.error();
  }

  std::filesystem::path folder_;
  std::unordered_map<std::string, std::size_t> used_;  // name -> how many documents wanted it
  std::optional<Error> error_;
};

}  // namespace

Result<std::unique_ptr<Sink>> open_sink(Format format, const std::string& path, const PageLayout& layout) {
  if (format == Format::brat) {
    const std::filesystem::path folder = path;
    for (const char* part : {"text", "attributions"}) {
      std::error_code error;
      std::filesystem::create_directories(folder / part, error);
      if (error)
        return Error{Code::write_failed, "the folder cannot be made: " + error.message(), (folder / part).string()};
    }
    return std::unique_ptr<Sink>(new BratSink(folder));
  }
  auto output = Output::open(path);
  if (!output.ok()) return output.error();
  if (format == Format::json) return std::unique_ptr<Sink>(new JsonSink(std::move(*output)));
  const auto pages = format == Format::text ? std::optional(layout) : std::nullopt;
  return std::unique_ptr<Sink>(new TextSink(std::move(*output), pages));
}

}  // namespace sayso::cli
