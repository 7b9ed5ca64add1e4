// Bytes as the JSON of a record: whatever is taken gives the same JSON again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sayso/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = sayso::from_json({reinterpret_cast<const char*>(data), size});
  if (!record.ok()) return 0;
  const std::string json = sayso::to_json(*record);
  const auto again = sayso::from_json(json);
  if (!again.ok() || sayso::to_json(*again) != json) std::abort();
  return 0;
}
