#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mapped_file.h"
#include "sayso/result.h"

/// The weight file (`*.sayso`), version 1. Little endian; offsets count from the start of the file.
///
///   0   char[8]  magic "SAYSO\r\n\x1a"   (a transfer that rewrites line ends is noticed)
///   8   u32      version, 1
///   12  u32      entries of the directory
///   16  u64      size of the file in bytes
///   24  u64      XXH3-64 of all bytes from 32 to the end
///   32  entries, 128 bytes each:
///         0   char[64]  name, padded with NUL
///         64  u32       type: 0 bytes, 1 int8, 2 int32, 3 float32
///         68  u32       dimensions, 0 to 4
///         72  u64[4]    their sizes, unused ones 1
///         104 u64       offset of the data: the first multiple of 64 after the directory or the data before
///         112 u64       bytes of the data: the product of the sizes times the type's width
///         120 u64       0
///   then the data, to the end of the file. The entries "settings" (JSON) and "vocabulary" (pieces, '\n' between them)
///   are of type bytes.
///
/// training/weight_file.py writes it. The names of the tensors are those of model/encoder_weights.cc,
/// model/attribution.cc, model/links.cc and, optional as a whole, model/mentions.cc.
namespace sayso::model {

enum class Type : std::uint32_t { bytes = 0, int8 = 1, int32 = 2, float32 = 3 };

/// An open weight file. Checked once, as a whole, by open(); const and safe to share between threads afterwards. All
/// views lead into the mapping and live as long as this object.
class WeightFile {
 public:
  /// Errors: model_not_found, model_truncated, model_corrupt (checksum, or a count that does not add up),
  /// model_version.
  [[nodiscard]] static Result<WeightFile> open(const std::string& path);

  /// The tensor of that name, type and shape. Error model_incomplete.
  [[nodiscard]] Result<const float*> floats(std::string_view name, std::initializer_list<std::size_t> sizes) const;
  [[nodiscard]] Result<const std::int8_t*> int8s(std::string_view name, std::initializer_list<std::size_t> sizes) const;
  [[nodiscard]] Result<const std::int32_t*> int32s(std::string_view name,
                                                   std::initializer_list<std::size_t> sizes) const;
  [[nodiscard]] Result<std::string_view> bytes(std::string_view name) const;

  /// 16 hexadecimal digits that tell one model's bytes from another's.
  [[nodiscard]] std::string hash() const;
  [[nodiscard]] std::size_t size() const { return file_.bytes().size(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Entry {
    Type type;
    std::size_t sizes[4];
    std::string_view data;
  };
  WeightFile(MappedFile file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
  [[nodiscard]] Status read_directory();
  [[nodiscard]] Result<const char*> find(std::string_view name, Type type,
                                         std::initializer_list<std::size_t> sizes) const;
  [[nodiscard]] Error corrupt(const std::string& what) const;

  MappedFile file_;
  std::string path_;
  std::uint64_t checksum_ = 0;
  std::unordered_map<std::string_view, Entry> entries_;
};

}  // namespace sayso::model
