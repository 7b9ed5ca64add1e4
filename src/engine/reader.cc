#include "sayso/reader.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/files.h"
#include "extract/actors/actors.h"
#include "extract/actors/outlet.h"
#include "extract/amounts/amounts.h"
#include "extract/chain/chain.h"
#include "extract/events/events.h"
#include "extract/ledger/ledger.h"
#include "extract/meetings/meetings.h"
#include "extract/plans/plans.h"
#include "extract/statements/nested.h"
#include "extract/statements/recall.h"
#include "extract/statements/statements.h"
#include "extract/times/times.h"
#include "lexicon/event_dictionary.h"
#include "lexicon/lexicon.h"
#include "model/attribution.h"
#include "model/headline.h"

namespace sayso {
namespace {

/// Nothing where no lexicon is asked for.
Result<std::optional<lexicon::Lexicon>> open_lexicon(const LexiconPaths& paths) {
  if (paths.path.empty()) return std::optional<lexicon::Lexicon>();
  auto opened = lexicon::Lexicon::open(paths.path, paths.below);
  if (opened.ok()) return std::optional(std::move(opened).value());
  const Error& error = opened.error();
  switch (error.code) {
    case Code::file_not_found:
    case Code::file_unreadable:
    case Code::no_documents:
      return Error{Code::lexicon_not_found, "cannot open the lexicon: " + error.message, error.file};
    default:
      return error;
  }
}

/// The dictionaries of the folder `path`, each kind else from the folder `events`.
Result<lexicon::EventDictionary> open_events(const LexiconPaths& paths) {
  lexicon::EventDictionary own;
  if (paths.events.empty()) return own;
  if (!paths.path.empty() && is_folder(paths.path)) {
    auto read = lexicon::read_event_folder(paths.path);
    if (!read.ok()) return read.error();
    own = std::move(read).value();
  }
  const auto shipped = lexicon::read_event_folder(paths.events);
  if (!shipped.ok()) return Error{Code::lexicon_not_found, "cannot read the event dictionaries", paths.events};
  return lexicon::over(std::move(own), *shipped);
}

LexiconFaults faults_of(const std::optional<lexicon::Lexicon>& lexicon, const lexicon::EventDictionary& events) {
  LexiconFaults faults;
  if (lexicon) faults = {lexicon->faults(), lexicon->fault_count()};
  faults.first.insert(faults.first.end(), events.faults.begin(), events.faults.end());
  faults.count += events.fault_count;
  return faults;
}

}  // namespace

struct Reader::State {
  std::unique_ptr<const model::AttributionModel> model;
  std::optional<lexicon::Lexicon> lexicon;
  lexicon::EventDictionary events;
  LexiconFaults faults;
  EventCoder coder;
};

Reader::Reader(std::unique_ptr<const State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::string& model_path, const LexiconPaths& lexicon_paths, EventCoder coder) {
  auto model = model::AttributionModel::open(model_path);
  if (!model.ok()) return model.error();
  if (coder == EventCoder::model && (*model)->settings().events == 0) {
    return Error{Code::model_incomplete, "the model has no head for events", model_path};
  }
  auto lexicon = open_lexicon(lexicon_paths);
  if (!lexicon.ok()) return lexicon.error();
  auto events = coder == EventCoder::none ? lexicon::EventDictionary() : open_events(lexicon_paths);
  if (!events.ok()) return events.error();
  LexiconFaults faults = faults_of(*lexicon, *events);
  return Reader(std::make_unique<const State>(State{std::move(model).value(), std::move(lexicon).value(),
                                                    std::move(events).value(), std::move(faults), coder}));
}

const LexiconFaults& Reader::lexicon_faults() const { return state_->faults; }

Record Reader::read(Document document, std::size_t threads) const {
  const State& state = *state_;
  Record record;
  record.engine.version = SAYSO_VERSION;
  record.engine.model = state.model->settings().name + "@" + state.model->file().hash();
  if (state.lexicon) record.engine.lexicon = state.lexicon->hash();
  const std::string_view text = document.text;
  const model::Reading reading = model::read_apart(*state.model, text, threads);
  record.statements = extract::statements(text, reading);
  extract::add_nested(text, *state.model, record.statements);
  extract::drop_reminders(text, record.statements);
  const auto tokens = text::tokens(text);
  const lexicon::Day day = lexicon::parse_day(document.published).value_or(0);
  const lexicon::Lexicon* lexicon = state.lexicon ? &*state.lexicon : nullptr;
  const auto names = lexicon != nullptr ? lexicon->find(text, tokens, day) : std::vector<lexicon::Match>();
  extract::find_chains(text, tokens, names, lexicon, !document.outlet.empty(), record.statements);
  extract::FoundTimes found_times = extract::find_times(text, tokens, document.published);
  record.times = std::move(found_times.times);
  const extract::Tree tree(text, reading.words);
  const auto drafts = extract::draft_ledger(tree);
  if (lexicon != nullptr) {
    record.actors = extract::find_actors(text, tokens, *lexicon, names, reading, day,
                                         extract::acting_phrases(tree, drafts), record.statements);
    extract::close_chains(document.outlet, *lexicon, record.actors, record.statements);
    const Span headline{0, model::body_begin(text)};
    const extract::EventCoders coders{state.coder != EventCoder::model, state.coder != EventCoder::dictionary};
    if (state.coder != EventCoder::none) {
      record.events = extract::find_events(
          tree, {*lexicon, names, day, record.actors, record.statements, record.times, headline, coders}, state.events);
    }
  }
  const auto amounts = extract::find_amounts(text, tokens);
  record.ledger =
      extract::find_ledger(tree, drafts, {record.statements, record.actors, record.times, amounts, document.published});
  record.notes = document.notes;
  std::ranges::move(found_times.notes, std::back_inserter(record.notes));
  if (extract::has_number_too_large(text, tokens)) {
    record.notes.push_back({Code::note_number_too_large, "a number is too large: no amount is made of it"});
  }
  record.meetings = extract::find_meetings(tree, record.actors, record.times, document.published);
  record.plans = extract::find_plans(tree, record.actors);
  record.document = std::move(document);
  return record;
}

}  // namespace sayso
