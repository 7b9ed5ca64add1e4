#include "export/arrow.h"

#include <array>
#include <memory>
#include <string>
#include <utility>

namespace sayso::exporter {
namespace {

constexpr std::int64_t kNullable = 2;  // ARROW_FLAG_NULLABLE

const char* format_of(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "U";
    case ColumnType::integer:
      return "l";
    case ColumnType::real:
      return "g";
    case ColumnType::flag:
      return "b";
  }
  return "n";
}

/// What an ArrowSchema of ours points to.
struct SchemaParts {
  std::string name;
  std::vector<std::unique_ptr<ArrowSchema>> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* schema) {
  const std::unique_ptr<SchemaParts> parts(static_cast<SchemaParts*>(schema->private_data));
  for (const auto& child : parts->children) {
    if (child->release != nullptr) child->release(child.get());
  }
  schema->release = nullptr;
}

void fill(ArrowSchema& schema, const char* format, std::string name,
          std::vector<std::unique_ptr<ArrowSchema>> children) {
  auto parts = std::make_unique<SchemaParts>();
  parts->name = std::move(name);
  parts->children = std::move(children);
  for (const auto& child : parts->children) parts->pointers.push_back(child.get());
  schema = {format,
            parts->name.c_str(),
            nullptr,
            kNullable,
            static_cast<std::int64_t>(parts->pointers.size()),
            parts->pointers.data(),
            nullptr,
            release_schema,
            nullptr};
  schema.private_data = parts.release();
}

/// What an ArrowArray of ours points to.
struct ArrayParts {
  explicit ArrayParts(Column column) : values(std::move(column)) {}
  Column values;
  std::array<const void*, 3> buffers{};
  std::vector<std::unique_ptr<ArrowArray>> children;
  std::vector<ArrowArray*> pointers;
};

void release_array(ArrowArray* array) {
  const std::unique_ptr<ArrayParts> parts(static_cast<ArrayParts*>(array->private_data));
  for (const auto& child : parts->children) {
    if (child->release != nullptr) child->release(child.get());
  }
  array->release = nullptr;
}

void fill(ArrowArray& array, Column column) {
  auto parts = std::make_unique<ArrayParts>(std::move(column));
  const Column& values = parts->values;
  parts->buffers[0] = values.missing() > 0 ? values.validity().data() : nullptr;
  std::int64_t buffers = 2;
  switch (values.type()) {
    case ColumnType::text:
      parts->buffers[1] = values.offsets().data();
      parts->buffers[2] = values.bytes().data();
      buffers = 3;
      break;
    case ColumnType::integer:
      parts->buffers[1] = values.integers().data();
      break;
    case ColumnType::real:
      parts->buffers[1] = values.reals().data();
      break;
    case ColumnType::flag:
      parts->buffers[1] = values.flags().data();
      break;
  }
  array = {static_cast<std::int64_t>(values.size()),
           static_cast<std::int64_t>(values.missing()),
           0,
           buffers,
           0,
           parts->buffers.data(),
           nullptr,
           nullptr,
           release_array,
           nullptr};
  array.private_data = parts.release();
}

}  // namespace

void to_arrow(std::vector<Column> columns, ArrowSchema& schema, ArrowArray& array) {
  std::vector<std::unique_ptr<ArrowSchema>> schemas;
  auto parts = std::make_unique<ArrayParts>(Column({}, ColumnType::text));
  const std::size_t rows = columns.empty() ? 0 : columns.front().size();
  for (Column& column : columns) {
    fill(*schemas.emplace_back(std::make_unique<ArrowSchema>()), format_of(column.type()), column.name(), {});
    fill(*parts->children.emplace_back(std::make_unique<ArrowArray>()), std::move(column));
    parts->pointers.push_back(parts->children.back().get());
  }
  fill(schema, "+s", "", std::move(schemas));
  schema.flags = 0;
  array = {static_cast<std::int64_t>(rows),
           0,
           0,
           1,
           static_cast<std::int64_t>(parts->pointers.size()),
           parts->buffers.data(),
           parts->pointers.data(),
           nullptr,
           release_array,
           nullptr};
  array.private_data = parts.release();
}

}  // namespace sayso::exporter
