-- One row for each command that wrote pages: what they were read with.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,    -- UTC, ISO 8601
  version TEXT NOT NULL,    -- of Musnad
  stages TEXT NOT NULL      -- JSON: stage -> SHA-256 of its code and data
);

-- A page with the bytes it was read from. outlet, published (EDTF) and url are what was known from outside its text.
CREATE TABLE pages (
  id INTEGER PRIMARY KEY,
  doc TEXT NOT NULL UNIQUE,
  outlet TEXT,
  published TEXT,
  url TEXT,
  bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  added TEXT NOT NULL,      -- UTC, ISO 8601
  run INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX pages_by_bytes ON pages (sha256);

-- Everything found on a page. Offsets are code points of its text, end-exclusive; body is the kind's own fields.
CREATE TABLE marks (
  page INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  rule TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX marks_by_page ON marks (page, kind, "start");

-- Statements, to be asked. cue, source, chain and content are JSON as in a reading.
CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  cue TEXT NOT NULL,
  source TEXT,
  chain TEXT NOT NULL,
  content TEXT NOT NULL,
  mode TEXT NOT NULL,
  stance TEXT NOT NULL,
  status TEXT NOT NULL,
  negated INTEGER NOT NULL,
  UNIQUE (page, number)
);

-- The words of statements in the one spelling used for matching; rowid is the statement's id.
CREATE VIRTUAL TABLE statement_words USING fts5 (content, chain, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE statement_vocabulary USING fts5vocab (statement_words, 'row');

-- Statements with what is known of their page: from outside its text, else as the text tells it.
CREATE VIEW ledger AS
SELECT
  pages.doc,
  coalesce(pages.outlet, (
    SELECT json_extract(body, '$.name') FROM marks
    WHERE marks.page = pages.id AND kind = 'Outlet' ORDER BY "start", "end", rule LIMIT 1
  )) AS outlet,
  coalesce(pages.published, (
    SELECT json_extract(body, '$.value') FROM marks
    WHERE marks.page = pages.id AND kind = 'Published' ORDER BY "start", "end", rule LIMIT 1
  )) AS published,
  pages.url,
  statements.*
FROM statements JOIN pages ON pages.id = statements.page;
