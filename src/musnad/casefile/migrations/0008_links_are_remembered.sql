-- What links remember (musnad.links.memory): by shelf and key, of the pages as they were linked last.
CREATE TABLE memory (kind TEXT NOT NULL, place TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, place));

-- A hash of each account, which is another whenever the account is; empty where it was written before this was kept.
ALTER TABLE accounts ADD COLUMN digest TEXT NOT NULL DEFAULT '';

-- A finding stands at a place of its own, wherever others come or go: a string that sorts as findings follow each other.
-- What was found before is found anew when pages are linked next.
DROP TABLE findings;
DROP TABLE finding_names;
DROP TABLE claim_members;
DROP TABLE linked;

CREATE TABLE findings (
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  body TEXT NOT NULL,  -- the finding's fields as JSON
  id TEXT AS (json_extract(body, '$.id')),
  PRIMARY KEY (kind, place)
);
CREATE INDEX findings_by_id ON findings (kind, id);

-- The claim that each statement stands in, and the pages and claims that other findings are about. Triggers write both.
CREATE TABLE claim_members (
  doc TEXT NOT NULL,
  number INTEGER NOT NULL,
  claim TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (doc, number)
);
CREATE INDEX members_by_claim ON claim_members (claim, place);
CREATE TABLE finding_names (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (kind, name, place)
) WITHOUT ROWID;
CREATE INDEX finding_names_by_place ON finding_names (kind, place);

CREATE TRIGGER claims_have_members AFTER INSERT ON findings WHEN new.kind = 'claims' BEGIN
  INSERT INTO claim_members (doc, number, claim, place)
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), new.id, new.place
  FROM json_each(new.body, '$.members');
END;
CREATE TRIGGER claims_are_no_more AFTER DELETE ON findings WHEN old.kind = 'claims' BEGIN
  DELETE FROM claim_members WHERE claim = old.id;
END;
CREATE TRIGGER findings_are_named AFTER INSERT ON findings WHEN new.kind <> 'claims' BEGIN
  INSERT OR IGNORE INTO finding_names (kind, name, place)
  SELECT new.kind, name, new.place FROM (
    SELECT json_extract(new.body, '$.doc') AS name
    UNION SELECT json_extract(new.body, '$.of')
    UNION SELECT json_extract(new.body, '$.claim')
    UNION SELECT json_extract(new.body, '$.a')
    UNION SELECT json_extract(new.body, '$.b')
    UNION SELECT json_extract(value, '$[0]') FROM json_each(new.body, '$.rests')
    UNION SELECT value FROM json_each(new.body, '$.docs')
  ) WHERE name IS NOT NULL;
END;
CREATE TRIGGER findings_are_no_more AFTER DELETE ON findings WHEN old.kind <> 'claims' BEGIN
  DELETE FROM finding_names WHERE kind = old.kind AND place = old.place;
END;
CREATE TRIGGER findings_are_written_once BEFORE UPDATE ON findings BEGIN
  SELECT RAISE(ABORT, 'a finding is taken out and put in, not rewritten');
END;

-- One row: when (UTC, ISO 8601) the pages were linked last, a hash of all that went in, and one of the code that did it.
CREATE TABLE linked (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at TEXT NOT NULL,
  hash TEXT NOT NULL,
  code TEXT NOT NULL
);
