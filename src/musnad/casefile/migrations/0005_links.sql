-- A page as the links see it (JSON, see musnad.links.account), made together with its marks.
CREATE TABLE accounts (page INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE, body TEXT NOT NULL);

-- What was found across pages when they were linked last, in order. body: the finding's fields as JSON.
CREATE TABLE findings (
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  id TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, place)
);
CREATE INDEX findings_by_id ON findings (kind, id);

-- The claim that each statement stands in.
CREATE TABLE claim_members (
  doc TEXT NOT NULL,
  number INTEGER NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (doc, number)
);
CREATE INDEX members_by_claim ON claim_members (claim);

-- One row: when (UTC, ISO 8601) the pages were linked last, and a hash of the accounts and the code that did it.
CREATE TABLE linked (only INTEGER PRIMARY KEY CHECK (only = 1), at TEXT NOT NULL, hash TEXT NOT NULL);

-- What people think of findings: written once; all that may change is that the one who gave it takes it back.
CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,         -- UTC, ISO 8601
  who TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'merge', 'split', 'note')),
  members TEXT NOT NULL,    -- JSON: where the claim's statements stood then, as pairs of a page and a cue's start
  other TEXT NOT NULL,      -- JSON, likewise: those of the claim to merge with, or the statement to split off
  note TEXT,
  withdrawn TEXT            -- UTC, ISO 8601
);
CREATE TRIGGER verdicts_stay BEFORE DELETE ON verdicts
BEGIN SELECT RAISE(ABORT, 'a verdict is withdrawn, not erased'); END;
CREATE TRIGGER verdicts_are_written_once BEFORE UPDATE ON verdicts
WHEN old.withdrawn IS NOT NULL OR (new.id, new.at, new.who, new.verdict, new.members, new.other)
  IS NOT (old.id, old.at, old.who, old.verdict, old.members, old.other) OR new.note IS NOT old.note
BEGIN SELECT RAISE(ABORT, 'a verdict is withdrawn, not rewritten'); END;
