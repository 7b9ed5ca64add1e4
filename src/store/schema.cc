#include "store/schema.h"

#include <array>
#include <string>

#include "store/writer.h"

namespace sayso::store {
namespace {

constexpr std::int64_t kApplication = 0x53415953;  // "SAYS"

/// From version i to version i + 1. A migration that was released is never altered.
constexpr std::array<const char*, kSchemaVersion> kMigrations = {R"(
-- A document, and its record as JSON compressed by zstd, which holds its text. Facts are numbered through all documents
-- of the database, apart for each sort: those of a document are `count` ones from `first` on; null without any.
CREATE TABLE document(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  outlet TEXT NOT NULL,
  published TEXT NOT NULL,
  uri TEXT NOT NULL,
  title TEXT NOT NULL,
  first_statement INTEGER, statements INTEGER NOT NULL,
  first_entry INTEGER, entries INTEGER NOT NULL,
  first_event INTEGER, events INTEGER NOT NULL,
  record BLOB NOT NULL);
CREATE UNIQUE INDEX document_identity ON document(id, outlet);
CREATE UNIQUE INDEX document_statement ON document(first_statement) WHERE first_statement IS NOT NULL;
CREATE UNIQUE INDEX document_entry ON document(first_entry) WHERE first_entry IS NOT NULL;
CREATE UNIQUE INDEX document_event ON document(first_event) WHERE first_event IS NOT NULL;

CREATE TABLE outlet(key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

-- Who speaks and acts, across documents. `same_as` is what a person has said of two of them.
CREATE TABLE actor(
  key INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  wikidata TEXT NOT NULL,
  named INTEGER NOT NULL,
  statements INTEGER NOT NULL DEFAULT 0,
  entries INTEGER NOT NULL DEFAULT 0,
  first_day TEXT NOT NULL DEFAULT '',
  last_day TEXT NOT NULL DEFAULT '',
  same_as INTEGER REFERENCES actor(key));
CREATE INDEX actor_same_as ON actor(same_as) WHERE same_as IS NOT NULL;
CREATE TABLE name(key INTEGER PRIMARY KEY, actor INTEGER NOT NULL REFERENCES actor(key), name TEXT NOT NULL,
  UNIQUE(actor, name));

-- Statements that go together across documents: `other` was there first. Fingerprints find the ones that share words
-- (src/store/repeats.h).
CREATE TABLE link(
  statement INTEGER NOT NULL, other INTEGER NOT NULL, kind TEXT NOT NULL, confidence REAL NOT NULL,
  PRIMARY KEY(statement, kind, other)) WITHOUT ROWID;
CREATE INDEX link_other ON link(other);
CREATE TABLE fingerprint(hash INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY(hash, statement)) WITHOUT ROWID;

-- What is looked for. The rowid of a fact is its day * 2^41 + its number (a day is counted from the year 1, of the
-- ledger it is the one on which an entry is due), so that answers come in the order of days and a range of days is a
-- range of rowids. `keys` holds a word for each filter: src/store/facts.h.
CREATE VIRTUAL TABLE name_index USING fts5(name, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_index USING fts5(words, keys, content='', columnsize=0,
  tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE entry_index USING fts5(words, keys, content='', columnsize=0,
  tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE event_index USING fts5(words, keys, content='', columnsize=0,
  tokenize='porter unicode61 remove_diacritics 2');
)",
                                                                 R"(
-- What statements and entries are about (src/store/matter.h): a row for each word, signed where it is turned around,
-- and of each fact how many. An entry's words are hashed with the last word of its actor's name. `name` is a hash by
-- which somebody is known again in another article (src/store/claims.h).
CREATE TABLE statement_claim(fact INTEGER PRIMARY KEY, actor INTEGER NOT NULL, name INTEGER NOT NULL,
  day INTEGER NOT NULL, size INTEGER NOT NULL, act TEXT NOT NULL, stage TEXT NOT NULL);
CREATE TABLE statement_matter(word INTEGER NOT NULL, fact INTEGER NOT NULL, sign INTEGER NOT NULL,
  PRIMARY KEY(word, fact)) WITHOUT ROWID;
CREATE TABLE entry_claim(fact INTEGER PRIMARY KEY, actor INTEGER NOT NULL, name INTEGER NOT NULL,
  day INTEGER NOT NULL, size INTEGER NOT NULL, act TEXT NOT NULL, stage TEXT NOT NULL);
CREATE TABLE entry_matter(word INTEGER NOT NULL, fact INTEGER NOT NULL, sign INTEGER NOT NULL,
  PRIMARY KEY(word, fact)) WITHOUT ROWID;

-- As `link`, of entries. In both, the first fact is the later one.
CREATE TABLE entry_link(
  entry INTEGER NOT NULL, other INTEGER NOT NULL, kind TEXT NOT NULL, confidence REAL NOT NULL,
  PRIMARY KEY(entry, kind, other)) WITHOUT ROWID;
CREATE INDEX entry_link_other ON entry_link(other);
-- Sentences that tell what has come of an entry.
CREATE TABLE deed_link(entry INTEGER NOT NULL, document INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
  stage TEXT NOT NULL, confidence REAL NOT NULL, PRIMARY KEY(entry, document, begin)) WITHOUT ROWID;
CREATE INDEX deed_link_document ON deed_link(document);

-- Wire copy: the id of the document whose text this one prints, else empty; and by what it is found.
ALTER TABLE document ADD COLUMN copy_of TEXT NOT NULL DEFAULT '';
CREATE INDEX document_copy_of ON document(copy_of) WHERE copy_of <> '';
CREATE TABLE document_sketch(hash INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY(hash, document)) WITHOUT ROWID;

-- What a person said of a statement, and the spans that it has by that, "0-7 12-20". It is known by where its content
-- begins and ends, which reading a document again mostly keeps.
CREATE TABLE verdict(document TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, judgement TEXT NOT NULL,
  source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY(document, begin, end)) WITHOUT ROWID;

-- All is linked and indexed anew.
DELETE FROM link;
DELETE FROM fingerprint;
INSERT INTO statement_index(statement_index) VALUES('delete-all');
INSERT INTO entry_index(entry_index) VALUES('delete-all');
INSERT INTO event_index(event_index) VALUES('delete-all');
)"};

Status migrate(Database& database, int from) {
  if (auto status = database.run("PRAGMA journal_mode=WAL; BEGIN IMMEDIATE"); !status.ok()) return status;
  // Another program may have done it meanwhile.
  const auto now = database.number("PRAGMA user_version");
  if (!now.ok()) return now.error();
  if (*now > from) return database.run("COMMIT");
  std::string sql;
  for (int version = from; version < kSchemaVersion; ++version) sql += kMigrations[static_cast<std::size_t>(version)];
  sql += "PRAGMA application_id=" + std::to_string(kApplication) + ";";
  sql += "PRAGMA user_version=" + std::to_string(kSchemaVersion);
  auto status = database.run(sql.c_str());
  if (status.ok() && from > 0) status = Writer(database).index_anew();
  if (status.ok()) status = database.run("COMMIT");
  if (!status.ok() && database.in_transaction()) (void)database.run("ROLLBACK");
  return status;
}

}  // namespace

Status prepare_schema(Database& database, Database::Access access) {
  const auto version = database.number("PRAGMA user_version");
  if (!version.ok()) return version.error();
  const auto application = database.number("PRAGMA application_id");
  if (!application.ok()) return application.error();
  const auto tables = database.number("SELECT count(*) FROM sqlite_master");
  if (!tables.ok()) return tables.error();
  const bool empty = *tables == 0;
  if (*application != kApplication && !empty) {
    return Error{Code::store_version, "a database of another program", database.path()};
  }
  if (*version > kSchemaVersion) {
    return Error{Code::store_version,
                 "the database has version " + std::to_string(*version) + ", and this sayso knows those up to " +
                     std::to_string(kSchemaVersion),
                 database.path()};
  }
  if (access == Database::Access::read) {
    if (*version == kSchemaVersion) return Done{};
    if (empty) return Error{Code::store_not_found, "the database is empty", database.path()};
    return Error{Code::store_version, "the database is of an older version: sayso add brings it up", database.path()};
  }
  if (*version < kSchemaVersion) {
    if (auto status = migrate(database, static_cast<int>(*version)); !status.ok()) return status;
  }
  return database.run("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON");
}

}  // namespace sayso::store
