// 16 floats or 32-bit integers at a time, as parts of the instruction set's own width, and the functions on them.
//
// Included inside a set's namespace, after the set has defined, in an anonymous namespace:
//   FloatPart, IntPart          vectors of 4, 8 or 16 lanes
//   larger_part, smaller_part   a > b ? a : b and a < b ? a : b, also for NaN and zeros
//   store_part_bytes            the low byte of each lane
// Every operation is done on each lane alone or, in a fold, in a fixed order, so that each set rounds at the same
// places; no product is fused with a sum (-ffp-contract=off).

namespace {

constexpr int kLanes = 16;
constexpr int kPartLanes = static_cast<int>(sizeof(FloatPart) / sizeof(float));
constexpr int kParts = kLanes / kPartLanes;

struct Floats {
  FloatPart part[kParts];
};
struct Ints {
  IntPart part[kParts];
};

/// Calls body(i) for each part.
template <class Body>
__attribute__((always_inline)) inline void each_part(const Body& body) {
  body(0);
  if constexpr (kParts > 1) body(1);
  if constexpr (kParts > 2) body(2), body(3);
}

#define SAYSO_LANES(Out, expression)                                                    \
  Out out;                                                                              \
  each_part([&](int i) __attribute__((always_inline)) { out.part[i] = (expression); }); \
  return out

inline Floats operator+(Floats a, Floats b) { SAYSO_LANES(Floats, a.part[i] + b.part[i]); }
inline Floats operator-(Floats a, Floats b) { SAYSO_LANES(Floats, a.part[i] - b.part[i]); }
inline Floats operator*(Floats a, Floats b) { SAYSO_LANES(Floats, a.part[i] * b.part[i]); }
inline Floats operator/(Floats a, Floats b) { SAYSO_LANES(Floats, a.part[i] / b.part[i]); }
inline Floats operator+(Floats a, float b) { SAYSO_LANES(Floats, a.part[i] + b); }
inline Floats operator-(Floats a, float b) { SAYSO_LANES(Floats, a.part[i] - b); }
inline Floats operator*(Floats a, float b) { SAYSO_LANES(Floats, a.part[i] * b); }
inline Floats operator/(Floats a, float b) { SAYSO_LANES(Floats, a.part[i] / b); }
inline Floats operator-(Floats a) { SAYSO_LANES(Floats, -a.part[i]); }
inline Ints operator+(Ints a, Ints b) { SAYSO_LANES(Ints, a.part[i] + b.part[i]); }
inline Ints operator|(Ints a, Ints b) { SAYSO_LANES(Ints, a.part[i] | b.part[i]); }
inline Ints operator+(Ints a, std::int32_t b) { SAYSO_LANES(Ints, a.part[i] + b); }
inline Ints operator&(Ints a, std::int32_t b) { SAYSO_LANES(Ints, a.part[i] & b); }
inline Ints operator<<(Ints a, int b) { SAYSO_LANES(Ints, a.part[i] << b); }

inline Floats splat(float value) { SAYSO_LANES(Floats, FloatPart{} + value); }
inline Floats larger(Floats a, Floats b) { SAYSO_LANES(Floats, larger_part(a.part[i], b.part[i])); }
inline Floats smaller(Floats a, Floats b) { SAYSO_LANES(Floats, smaller_part(a.part[i], b.part[i])); }
/// 127 / most, but 0 where next to nothing is to be quantised.
inline Floats quantising_factor(Floats most) {
  const FloatPart least = FloatPart{} + 1e-30F, zero{};
  SAYSO_LANES(Floats, most.part[i] > least ? 127.0F / most.part[i] : zero);
}
inline Floats magnitude(Floats x) { return larger(x, -x); }
inline Floats to_floats(Ints x) { SAYSO_LANES(Floats, __builtin_convertvector(x.part[i], FloatPart)); }
inline Floats bits_to_floats(Ints x) { SAYSO_LANES(Floats, reinterpret_cast<FloatPart>(x.part[i])); }
inline Ints floats_to_bits(Floats x) { SAYSO_LANES(Ints, reinterpret_cast<IntPart>(x.part[i])); }

// The attributes stand before the equals sign: behind it clang ignores the alignment.
inline Floats load(const float* from) {
  using Loose __attribute__((aligned(4), may_alias)) = FloatPart;
  SAYSO_LANES(Floats, *reinterpret_cast<const Loose*>(from + i * kPartLanes));
}
inline Ints load(const std::int32_t* from) {
  using Loose __attribute__((aligned(4), may_alias)) = IntPart;
  SAYSO_LANES(Ints, *reinterpret_cast<const Loose*>(from + i * kPartLanes));
}
inline Ints load(const std::int8_t* from) {
  using Bytes = std::int8_t __attribute__((vector_size(sizeof(IntPart) / 4)));
  using Loose __attribute__((aligned(1), may_alias)) = Bytes;
  SAYSO_LANES(Ints, __builtin_convertvector(*reinterpret_cast<const Loose*>(from + i * kPartLanes), IntPart));
}
inline void store(float* to, Floats value) {
  using Loose __attribute__((aligned(4), may_alias)) = FloatPart;
  each_part([&](int i)
                __attribute__((always_inline)) { *reinterpret_cast<Loose*>(to + i * kPartLanes) = value.part[i]; });
}
inline void store(std::int32_t* to, Ints value) {
  using Loose __attribute__((aligned(4), may_alias)) = IntPart;
  each_part([&](int i)
                __attribute__((always_inline)) { *reinterpret_cast<Loose*>(to + i * kPartLanes) = value.part[i]; });
}

#undef SAYSO_LANES

/// Whole numbers of -128..127 (or 0..255) as bytes.
inline void store_bytes(std::uint8_t* to, Ints value) {
  each_part([&](int i) __attribute__((always_inline)) { store_part_bytes(to + i * kPartLanes, value.part[i]); });
}

inline void store_bytes(std::uint8_t* to, const Ints (&four)[4]) {
#if defined(__AVX512VBMI__)
  // One instruction takes the low bytes of two registers, where others want two for each.
  const auto bits = [&](int i) { return reinterpret_cast<__m512i>(four[i].part[0]); };
  const __m512i low_bytes =
      _mm512_set_epi64(0, 0, 0, 0, 0x7C7874706C686460, 0x5C5854504C484440, 0x3C3834302C282420, 0x1C1814100C080400);
  const __m512i low = _mm512_permutex2var_epi8(bits(0), low_bytes, bits(1));
  const __m512i high = _mm512_permutex2var_epi8(bits(2), low_bytes, bits(3));
  _mm512_storeu_si512(to, _mm512_inserti64x4(low, _mm512_castsi512_si256(high), 1));
#else
  for (int i = 0; i < 4; ++i) store_bytes(to + static_cast<std::ptrdiff_t>(16 * i), four[i]);
#endif
}

/// Folds 16 lanes in halves: lane i with i + 8, then i + 4, i + 2, i + 1.
using FourFloats = float __attribute__((vector_size(16)));
using FourInts = std::int32_t __attribute__((vector_size(16)));

template <class Four, class Number, class Lanes, class Fold>
inline Number fold(Lanes value, const Fold& two) {
  alignas(64) Number lanes[kLanes];
  store(lanes, value);
  Four q[4];
  __builtin_memcpy(q, lanes, sizeof q);
  const Four all = two(two(q[0], q[2]), two(q[1], q[3]));
  const Number four[4] = {all[0], all[1], all[2], all[3]};
  return two(two(four[0], four[2]), two(four[1], four[3]));
}
inline float fold_sum(Floats x) {
  return fold<FourFloats, float>(x, [](auto a, auto b) { return a + b; });
}
inline float fold_max(Floats x) {
  return fold<FourFloats, float>(x, [](auto a, auto b) { return a > b ? a : b; });
}
inline std::int32_t fold_sum(Ints x) {
  return fold<FourInts, std::int32_t>(x, [](auto a, auto b) { return a + b; });
}

}  // namespace
