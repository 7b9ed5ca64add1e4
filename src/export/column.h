#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::exporter {

enum class ColumnType { text, integer, real, flag };

/// A column of a table, as Arrow lays it out (Arrow Columnar Format 1.4): values behind each other, and a bit for each
/// that tells whether there is one.
class Column {
 public:
  Column(std::string name, ColumnType type) : name_(std::move(name)), type_(type) {}

  /// Appends a value. Each fits one type; an empty text is no value.
  void text(std::string_view value);
  void integer(std::int64_t value);
  void real(double value);
  void flag(bool value);
  void nothing();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] ColumnType type() const { return type_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t missing() const { return missing_; }

  /// Bits from the lowest on; as many as there are values, rounded up to bytes.
  [[nodiscard]] const std::vector<std::uint8_t>& validity() const { return validity_; }
  /// Of texts: where each begins in bytes(), and where the last one ends.
  [[nodiscard]] const std::vector<std::int64_t>& offsets() const { return offsets_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] const std::vector<std::int64_t>& integers() const { return integers_; }
  [[nodiscard]] const std::vector<double>& reals() const { return reals_; }
  [[nodiscard]] const std::vector<std::uint8_t>& flags() const { return flags_; }  ///< bits, as validity()

 private:
  void count(bool there);

  std::string name_;
  ColumnType type_;
  std::size_t size_ = 0, missing_ = 0;
  std::vector<std::uint8_t> validity_;
  std::vector<std::int64_t> offsets_ = {0};
  std::string bytes_;
  std::vector<std::int64_t> integers_;
  std::vector<double> reals_;
  std::vector<std::uint8_t> flags_;
};

}  // namespace sayso::exporter
