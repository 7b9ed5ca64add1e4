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

/// Pages with a rule between them, or lines of JSON.
class TextSink final : public Sink {
 public:
  TextSink(Output output, std::string between) : output_(std::move(output)), between_(std::move(between)) {}

  void add(const Record& /*record*/, std::string_view text) override {
    if (!std::exchange(first_, false)) output_.write(between_);
    output_.write(text);
  }
  void flush() override { output_.flush(); }
  void finish() override { output_.flush(); }
  const std::optional<Error>& error() const override { return output_.error(); }
  bool pipe_closed() const override { return output_.pipe_closed(); }

 private:
  Output output_;
  std::string between_;
  bool first_ = true;
};

/// Pretty JSON: the record itself when there is one, a list of them when there are more. The first is held back until
/// it is known which.
class JsonSink final : public Sink {
 public:
  explicit JsonSink(Output output) : output_(std::move(output)) {}

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

std::string rendered(const Record& record, Format format, const PageLayout& layout) {
  switch (format) {
    case Format::text:
      return page(record, layout);
    case Format::json:
      return to_pretty_json(record);
    case Format::jsonl:
      return to_json(record) + "\n";
    case Format::brat:
      break;
  }
  return {};
}

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
  return std::unique_ptr<Sink>(new TextSink(std::move(*output), format == Format::text ? page_break(layout) : ""));
}

}  // namespace sayso::cli
