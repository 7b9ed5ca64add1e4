#include "model/settings.h"

#include <nlohmann/json.hpp>

#include "model/event_types.h"
#include "nn/kernels.h"

namespace sayso::model {
namespace {

constexpr std::size_t kMost = 1U << 20;  // no size of a model is larger

}  // namespace

Result<Settings> read_settings(const WeightFile& file) {
  const auto blob = file.bytes("settings");
  if (!blob.ok()) return blob.error();
  const auto json = nlohmann::json::parse(blob.value(), nullptr, false);
  if (!json.is_object()) return Error{Code::model_corrupt, "the model's settings are not JSON", file.path()};
  Settings settings;
  std::string missing;
  const auto size = [&](const char* key, std::size_t& out, std::size_t least) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_unsigned()) {
      missing = key;
      return;
    }
    out = found->get<std::size_t>();
    if (out < least || out > kMost) missing = key;
  };
  size("layers", settings.layers, 1);
  size("hidden", settings.hidden, 16);
  size("heads", settings.heads, 1);
  size("ffn", settings.ffn, 16);
  size("words", settings.words, 3);
  size("positions", settings.positions, 3);
  size("window", settings.window, 1);
  size("overlap", settings.overlap, 0);
  size("reach", settings.reach, 1);
  size("link", settings.link, 16);
  if (json.contains("mention")) size("mention", settings.mention, 16);
  if (json.contains("syntax")) size("syntax", settings.syntax, 16);
  if (json.contains("events")) size("events", settings.events, 1);
  const auto name = json.find("name");
  if (name == json.end() || !name->is_string()) {
    missing = "name";
  } else {
    settings.name = name->get<std::string>();
  }
  for (const auto& [key, out] : {std::pair{"confidence_scale", &settings.confidence_scale},
                                 std::pair{"confidence_shift", &settings.confidence_shift}}) {
    const auto found = json.find(key);
    if (found != json.end() && found->is_number()) *out = found->get<double>();
  }
  const bool fits = settings.hidden % 16 == 0 && settings.ffn % 16 == 0 && settings.link % 16 == 0 &&
                    settings.mention % 16 == 0 && settings.syntax % 16 == 0 &&
                    (settings.events == 0 || (settings.events == kEventTypes.size() && settings.syntax > 0)) &&
                    settings.hidden == settings.heads * nn::kHeadWidth && settings.overlap < settings.window &&
                    settings.window + 2 <= settings.positions;
  if (!missing.empty() || !fits) {
    return Error{Code::model_incomplete,
                 missing.empty() ? "the model's settings contradict each other"
                                 : "the model lacks the setting '" + missing + "'",
                 file.path()};
  }
  return settings;
}

}  // namespace sayso::model
