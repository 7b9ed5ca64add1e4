#pragma once
#include <cstddef>
#include <new>
#include <vector>

namespace sayso::nn {

/// Allocates at multiples of 64 bytes: a wide register or a tile's row then never straddles two lines of the cache,
/// which would cost up to six times the time of a load.
template <class T>
struct AlignedAllocator {
  using value_type = T;  // NOLINT(readability-identifier-naming): the name that std::vector looks for
  static constexpr std::align_val_t kAlignment{64};

  AlignedAllocator() = default;
  template <class Other>
  explicit(false) AlignedAllocator(const AlignedAllocator<Other>&) {}

  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), kAlignment)); }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, kAlignment); }
  bool operator==(const AlignedAllocator&) const { return true; }
};

template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

}  // namespace sayso::nn
