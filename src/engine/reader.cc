#include "sayso/reader.h"

#include "extract/statements/statements.h"
#include "model/attribution.h"

namespace sayso {

struct Reader::State {
  std::unique_ptr<const model::AttributionModel> model;
};

Reader::Reader(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::string& model_path) {
  auto model = model::AttributionModel::open(model_path);
  if (!model.ok()) return model.error();
  return Reader(std::make_unique<const State>(State{std::move(model).value()}));
}

Record Reader::read(Document document, std::size_t threads) const {
  Record record;
  record.engine = {SAYSO_VERSION, state_->model->settings().name + "@" + state_->model->file().hash(), {}};
  record.statements = extract::statements(document.text, state_->model->read(document.text, threads));
  record.notes = document.notes;
  record.document = std::move(document);
  return record;
}

}  // namespace sayso
