#include "model/weight_file.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace sayso::model {
namespace {

constexpr std::string_view kMagic{"SAYSO\r\n\x1a", 8};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 32, kEntry = 128, kName = 64, kAlignment = 64;

template <class T>
T read(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

std::size_t width_of(Type type) { return type == Type::bytes || type == Type::int8 ? 1 : 4; }

/// a * b, or false where it does not fit.
bool multiply(std::uint64_t a, std::uint64_t b, std::uint64_t& out) { return !__builtin_mul_overflow(a, b, &out); }

}  // namespace

Error WeightFile::corrupt(const std::string& what) const {
  return {Code::model_corrupt, "the model file is damaged (" + what + "); fetch it again", path_};
}

Result<WeightFile> WeightFile::open(const std::string& path) {
  auto mapped = MappedFile::open(path);
  if (!mapped.ok()) {
    return Error{Code::model_not_found, "cannot open the model: " + mapped.error().message, path};
  }
  WeightFile file(std::move(mapped).value(), path);
  const std::string_view all = file.file_.bytes();
  if (all.substr(0, kMagic.size()) != kMagic.substr(0, std::min(all.size(), kMagic.size()))) {
    return file.corrupt("not a Sayso model");
  }
  if (all.size() < kHeader) return Error{Code::model_truncated, "the model file ends within its header", path};
  const auto version = read<std::uint32_t>(all.data() + 8);
  if (version != kVersion) {
    return Error{
        Code::model_version,
        "the model file has version " + std::to_string(version) + ", this program reads " + std::to_string(kVersion),
        path};
  }
  const auto size = read<std::uint64_t>(all.data() + 16);
  if (size > all.size()) {
    return Error{
        Code::model_truncated,
        "the model file has " + std::to_string(all.size()) + " of " + std::to_string(size) + " bytes; fetch it again",
        path};
  }
  if (size < all.size()) return file.corrupt("longer than it says");
  file.checksum_ = read<std::uint64_t>(all.data() + 24);
  if (XXH3_64bits(all.data() + kHeader, all.size() - kHeader) != file.checksum_) return file.corrupt("wrong checksum");
  if (Status status = file.read_directory(); !status.ok()) return status.error();
  return file;
}

Status WeightFile::read_directory() {
  const std::string_view all = file_.bytes();
  const auto count = read<std::uint32_t>(all.data() + 12);
  if (count > (all.size() - kHeader) / kEntry) return corrupt("more entries than bytes");
  std::uint64_t end = kHeader + count * kEntry;  // data stand one after another, so that a lying count is noticed
  for (std::uint32_t i = 0; i < count; ++i) {
    const char* at = all.data() + kHeader + i * kEntry;
    const std::string_view name(at, strnlen(at, kName));
    const auto type = read<std::uint32_t>(at + 64), dimensions = read<std::uint32_t>(at + 68);
    if (type > 3 || dimensions > 4) return corrupt("unknown type of entry " + std::to_string(i));
    Entry entry{static_cast<Type>(type), {1, 1, 1, 1}, {}};
    std::uint64_t product = width_of(entry.type);
    for (std::uint32_t d = 0; d < dimensions; ++d) {
      entry.sizes[d] = read<std::uint64_t>(at + 72 + d * 8);
      if (!multiply(product, entry.sizes[d], product)) return corrupt("impossible size of entry " + std::to_string(i));
    }
    const auto offset = read<std::uint64_t>(at + 104), bytes = read<std::uint64_t>(at + 112);
    const std::uint64_t expected = (end + kAlignment - 1) / kAlignment * kAlignment;
    if (bytes != product || offset != expected || offset > all.size() || bytes > all.size() - offset) {
      return corrupt("entry " + std::to_string(i) + " lies outside the file");
    }
    end = offset + bytes;
    entry.data = all.substr(offset, bytes);
    entries_.emplace(name, entry);
  }
  if (end != all.size()) return corrupt("its data do not fill it");
  return Done{};
}

Result<const char*> WeightFile::find(std::string_view name, Type type, std::initializer_list<std::size_t> sizes) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    return Error{Code::model_incomplete, "the model lacks '" + std::string(name) + "'", path_};
  }
  const Entry& entry = found->second;
  std::size_t wanted[4] = {1, 1, 1, 1};
  std::copy_n(sizes.begin(), std::min<std::size_t>(sizes.size(), 4), wanted);
  const bool fits = entry.type == type && (type == Type::bytes || std::equal(wanted, wanted + 4, entry.sizes));
  if (!fits) {
    return Error{Code::model_incomplete, "'" + std::string(name) + "' of the model has another type or shape", path_};
  }
  return entry.data.data();
}

Result<const float*> WeightFile::floats(std::string_view name, std::initializer_list<std::size_t> sizes) const {
  auto found = find(name, Type::float32, sizes);
  if (!found.ok()) return found.error();
  return reinterpret_cast<const float*>(found.value());
}

Result<const std::int8_t*> WeightFile::int8s(std::string_view name, std::initializer_list<std::size_t> sizes) const {
  auto found = find(name, Type::int8, sizes);
  if (!found.ok()) return found.error();
  return reinterpret_cast<const std::int8_t*>(found.value());
}

Result<const std::int32_t*> WeightFile::int32s(std::string_view name, std::initializer_list<std::size_t> sizes) const {
  auto found = find(name, Type::int32, sizes);
  if (!found.ok()) return found.error();
  return reinterpret_cast<const std::int32_t*>(found.value());
}

Result<std::string_view> WeightFile::bytes(std::string_view name) const {
  auto found = find(name, Type::bytes, {});
  if (!found.ok()) return found.error();
  return entries_.at(name).data;
}

std::string WeightFile::hash() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 0; i < 16; ++i) out[i] = kDigits[checksum_ >> (60 - 4 * i) & 15];
  return out;
}

}  // namespace sayso::model
