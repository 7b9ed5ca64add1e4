#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/gzip.h"
#include "ingest/http_message.h"
#include "ingest/warc.h"
#include "ingest/zstd.h"
#include "store/compression.h"

namespace sayso::test {
namespace {

using ingest::Bytes;
using ingest::WarcReader;
using Lines = std::vector<std::string>;

/// Bytes that come in pieces of a few.
class Pieces final : public Bytes {
 public:
  Pieces(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t count = bytes_.copy(to, std::min(size, piece_), taken_);
    taken_ += count;
    return count;
  }
  std::uint64_t taken() const override { return taken_; }

 private:
  std::string bytes_;
  std::size_t piece_, taken_ = 0;
};

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string page(std::string_view words) {
  return "<html><head><title>T</title></head><body><article><p>" + std::string(words) + "</p></article></body></html>";
}

std::string answer(std::string_view body, std::string_view head = "Content-Type: text/html; charset=utf-8\r\n",
                   std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(head) + "\r\n" + std::string(body);
}

std::string record(std::string_view content, std::string_view type = "response",
                   std::string_view media = "application/http; msgtype=response", int lie = 0) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: https://news.example/a\r\n" +
         "WARC-Date: 2031-03-04T05:06:07Z\r\nContent-Type: " + std::string(media) +
         "\r\nContent-Length: " + std::to_string(static_cast<int>(content.size()) + lie) + "\r\n\r\n" +
         std::string(content) + "\r\n\r\n";
}

/// `text@day` of each document, `SAY012@byte` of each error.
Lines read(std::unique_ptr<Bytes> bytes) {
  WarcReader reader(std::move(bytes), "x.warc", {});
  Lines out;
  while (auto document = reader.next()) {
    out.push_back(document->ok()
                      ? (*document)->text + "@" + (*document)->published
                      : code_name(document->error().code) + "@" + std::to_string(document->error().byte.value_or(0)));
    REQUIRE(out.size() < 1000);
  }
  return out;
}

Lines read(const std::string& file, std::size_t piece = 1 << 20) { return read(std::make_unique<Pieces>(file, piece)); }

Lines read_gzip(const std::string& file, std::size_t piece = 1 << 20) {
  auto bytes = ingest::gunzipped(std::make_unique<Pieces>(file, piece), "x.warc.gz");
  REQUIRE(bytes.ok());
  return read(std::move(*bytes));
}

TEST_CASE("pages, resources and conversions are articles; other records are passed over") {
  const std::string file =
      record("software: x\r\n", "warcinfo", "application/warc-fields") + record("GET / HTTP/1.1\r\n\r\n", "request") +
      record(answer(page("One said so."))) + record(answer("gone", "Content-Type: text/html\r\n", "404 Not Found")) +
      record(answer("{}", "Content-Type: application/json\r\n")) +
      record(page("Two said so."), "resource", "text/html") + record("Three said so.", "conversion", "text/plain") +
      record(answer(gzipped(page("Four said so.")))) +
      record(answer("5\r\nFive \r\n8\r\nsaid so.\r\n0\r\n\r\n",
                    "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n"));
  const Lines wanted = {"One said so.@2031-03-04", "Two said so.@2031-03-04", "Three said so.@2031-03-04",
                        "Four said so.@2031-03-04", "Five said so.@2031-03-04"};
  for (const std::size_t piece : {1 << 20, 7, 1}) {
    CAPTURE(piece);
    CHECK(read(file, piece) == wanted);
  }
}

TEST_CASE("a record that is not what it says costs itself alone, and tells where it begins") {
  const std::string good = record("Good.", "conversion", "text/plain");
  const std::string begin = std::to_string(good.size());
  CHECK(read(good + record("Longer.", "conversion", "text/plain", 3) + good) ==
        Lines{"Good.@2031-03-04", "SAY012@" + begin, "Good.@2031-03-04"});
  CHECK(read(good + record("Shorter.", "conversion", "text/plain", -3) + good) ==
        Lines{"Good.@2031-03-04", "SAY012@" + begin, "Good.@2031-03-04"});
  CHECK(read(good + "WARC/1.0\r\nWARC-Type: conversion\r\n\r\nx\r\n\r\n" + good) ==
        Lines{"Good.@2031-03-04", "SAY012@" + begin, "Good.@2031-03-04"});
  CHECK(read(good + record("no http", "response") + good) ==
        Lines{"Good.@2031-03-04", "SAY012@" + begin, "Good.@2031-03-04"});
  CHECK(read(good + good.substr(0, good.size() - 8)) == Lines{"Good.@2031-03-04", "SAY012@" + begin});
  CHECK(read(good + record("x", "conversion", "text/plain", 2'000'000'000)) ==
        Lines{"Good.@2031-03-04", "SAY012@" + begin});
  CHECK(read(good +
             record("\x7F"
                    "ELF\x01\x01\x01",
                    "conversion", "text/plain") +
             good) == Lines{"Good.@2031-03-04", "SAY003@" + begin, "Good.@2031-03-04"});
  CHECK(read("").empty());
  CHECK(read("no WARC at all\n").empty());
  CHECK(read(std::string(300'000, 'x')).empty());
}

TEST_CASE("members of a gzip file are read one by one, and damage in one spares the others") {
  const std::string good = gzipped(record("Good.", "conversion", "text/plain"));
  std::string bad = gzipped(record(std::string(5000, 'y') + "bad words", "conversion", "text/plain"));
  for (std::size_t i = 20; i < 30; ++i) bad[i] = static_cast<char>(~bad[i]);
  for (const std::size_t piece : {1 << 20, 5}) {
    CAPTURE(piece);
    CHECK(read_gzip(good + good + good, piece).size() == 3);
    const Lines found = read_gzip(good + bad + good + good, piece);
    CHECK(std::count(found.begin(), found.end(), "Good.@2031-03-04") == 3);
    CHECK(std::count(found.begin(), found.end(), "SAY012@" + std::to_string(good.size())) == 1);
    CHECK(read_gzip(good + good.substr(0, good.size() / 2), piece).back() == "SAY012@" + std::to_string(good.size()));
  }
  const std::string eager = gzipped(record("Longer.", "conversion", "text/plain", 9));
  CHECK(read_gzip(good + eager + good) ==
        Lines{"Good.@2031-03-04", "SAY012@" + std::to_string(good.size()), "Good.@2031-03-04"});
  // A lie within a member tells the member.
  const std::string lie = gzipped(record("Longer.", "conversion", "text/plain", 3));
  CHECK(read_gzip(good + lie + good) ==
        Lines{"Good.@2031-03-04", "SAY012@" + std::to_string(good.size()), "Good.@2031-03-04"});
}

TEST_CASE("gzip and zstd give back what was compressed, whatever the pieces, and no bomb") {
  const std::string text = std::string(100'000, 'a') + "end";
  for (const std::size_t piece : {1 << 20, 3}) {
    auto gzip = ingest::gunzipped(std::make_unique<Pieces>(gzipped(text) + gzipped("more"), piece), "x.gz");
    REQUIRE(gzip.ok());
    CHECK(ingest::read_all(**gzip, "x.gz", 1 << 20).value() == text + "more");
    auto zstd =
        ingest::unzstd(std::make_unique<Pieces>(store::compressed(text) + store::compressed("more"), piece), "x.zst");
    REQUIRE(zstd.ok());
    CHECK(ingest::read_all(**zstd, "x.zst", 1 << 20).value() == text + "more");
  }
  auto cut = ingest::unzstd(std::make_unique<Pieces>(store::compressed(text).substr(0, 15), 100), "x.zst");
  REQUIRE(cut.ok());
  const auto damaged = ingest::read_all(**cut, "x.zst", 1 << 20);
  REQUIRE(!damaged.ok());
  CHECK(damaged.error().code == Code::input_damaged);
  const auto zeros = gzipped(std::string(80 << 20, '\0'));
  CHECK(ingest::gunzipped(std::string_view(zeros), std::size_t{1} << 30).error().code == Code::input_too_large);
  CHECK(ingest::gunzipped(std::string_view(zeros), 1000).error().code == Code::input_too_large);
}

TEST_CASE("an answer by HTTP is taken apart") {
  const auto plain = ingest::http_answer("HTTP/1.0 200\nX: 1\n\nbody", 100);
  REQUIRE(plain.has_value());
  CHECK(plain->status == 200);
  CHECK(plain->body == "body");
  CHECK(ingest::field(plain->fields, "x") == "1");
  CHECK(ingest::http_answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot chunked", 100)->body ==
        "not chunked");
  for (const char* none : {"", "HTTP/1.1", "200 OK", "HTTP/1.1 x y\r\n\r\n"}) CHECK(!ingest::http_answer(none, 100));
  CHECK(!ingest::http_answer("HTTP/1.1 200 OK\r\n\r\n" + std::string(101, 'x'), 100));
  CHECK(ingest::media_type("Text/HTML ; charset=x") == "text/html");
}

}  // namespace
}  // namespace sayso::test
