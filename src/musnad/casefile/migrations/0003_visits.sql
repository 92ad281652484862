-- The last time each URL was asked for, and what the server said that lets it answer "unchanged" next time.
CREATE TABLE visits (
  url TEXT PRIMARY KEY,
  checked TEXT NOT NULL,    -- UTC, ISO 8601
  outcome TEXT NOT NULL,    -- fetched, unchanged, failed …
  etag TEXT,                -- of what was kept last
  modified TEXT,            -- its Last-Modified, as the server wrote it
  not_before TEXT           -- UTC, ISO 8601: the server asked to be left alone until then
);

-- The pages that a feed named when it was read last. published: EDTF.
CREATE TABLE feed_pages (
  feed TEXT NOT NULL,
  place INTEGER NOT NULL,
  url TEXT NOT NULL,
  published TEXT,
  PRIMARY KEY (feed, place)
);

-- When the last round of each watched list began (UTC, ISO 8601).
CREATE TABLE rounds (list TEXT PRIMARY KEY, started TEXT NOT NULL);
