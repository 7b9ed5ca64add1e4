// Positions. A record counts bytes of UTF-8, JavaScript counts units of UTF-16.

/** For each byte border of `text` its index in the string; Int32Array of bytes + 1. */
export function indexOfBytes(text) {
  const bytes = new TextEncoder().encode(text).length;
  const index = new Int32Array(bytes + 1);
  let at = 0;
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i);
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    index.fill(i, at, at + size);
    at += size;
    i += point > 0xffff ? 2 : 1;
  }
  index[bytes] = text.length;
  return index;
}

/** How many bytes of UTF-8 stand before index `end` of the string. */
export function byteOf(text, end) {
  return new TextEncoder().encode(text.slice(0, end)).length;
}

/** Cuts [0, length) at every border of `marks` ({begin, end, ...}): pieces with the marks that cover each. */
export function pieces(length, marks) {
  const borders = [...new Set([0, length, ...marks.flatMap((mark) => [mark.begin, mark.end])])]
    .filter((border) => border >= 0 && border <= length).sort((a, b) => a - b);
  const starting = [...marks].sort((a, b) => a.begin - b.begin);
  const found = [];
  let open = [], next = 0;
  for (let i = 0; i + 1 < borders.length; ++i) {
    const begin = borders[i], end = borders[i + 1];
    open = open.filter((mark) => mark.end > begin);
    while (next < starting.length && starting[next].begin <= begin) {
      if (starting[next].end > begin) open.push(starting[next]);
      ++next;
    }
    found.push({begin, end, marks: [...open]});
  }
  return found;
}
