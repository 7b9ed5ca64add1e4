#include "export/column.h"

namespace sayso::exporter {
namespace {

/// Appends bit number `at`.
void append_bit(std::vector<std::uint8_t>& bits, std::size_t at, bool bit) {
  if (at % 8 == 0) bits.push_back(0);
  if (bit) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << (at % 8));
}

}  // namespace

void Column::count(bool there) {
  append_bit(validity_, size_, there);
  ++size_;
  if (!there) ++missing_;
}

void Column::text(std::string_view value) {
  bytes_ += value;
  offsets_.push_back(static_cast<std::int64_t>(bytes_.size()));
  count(!value.empty());
}

void Column::integer(std::int64_t value) {
  integers_.push_back(value);
  count(true);
}

void Column::real(double value) {
  reals_.push_back(value);
  count(true);
}

void Column::flag(bool value) {
  append_bit(flags_, size_, value);
  count(true);
}

void Column::nothing() {
  switch (type_) {
    case ColumnType::text:
      offsets_.push_back(offsets_.back());
      break;
    case ColumnType::integer:
      integers_.push_back(0);
      break;
    case ColumnType::real:
      reals_.push_back(0);
      break;
    case ColumnType::flag:
      append_bit(flags_, size_, false);
      break;
  }
  count(false);
}

}  // namespace sayso::exporter
