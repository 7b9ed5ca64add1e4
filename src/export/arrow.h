#pragma once
#include <cstdint>
#include <vector>

#include "export/column.h"

// Tables for other programs in this process, by the Arrow C data interface: its two structs, and nothing of Arrow's
// libraries. https://arrow.apache.org/docs/format/CDataInterface.html
extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

}  // extern "C"

namespace sayso::exporter {

/// Gives a table away as a struct array with a child for each column; no value is copied. Whoever takes them calls
/// `release` of each once. Texts are large_utf8, integers int64, reals float64, flags bool.
void to_arrow(std::vector<Column> columns, ArrowSchema& schema, ArrowArray& array);

}  // namespace sayso::exporter
