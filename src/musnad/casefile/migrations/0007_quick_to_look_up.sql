-- What a page is called, by whom and when it was published, without opening its account.
ALTER TABLE accounts ADD COLUMN head_title TEXT AS (json_extract(body, '$.title'));
ALTER TABLE accounts ADD COLUMN head_outlet TEXT AS (json_extract(body, '$.outlet'));
ALTER TABLE accounts ADD COLUMN head_published TEXT AS (json_extract(body, '$.published'));
CREATE INDEX account_heads ON accounts (page, head_title, head_outlet, head_published);

-- The pages and claims that findings are about. Triggers write it: whoever writes findings need not know of it.
CREATE TABLE finding_names (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (kind, name, place)
) WITHOUT ROWID;
CREATE INDEX finding_names_by_place ON finding_names (kind, place);
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
-- What was found before is put in once more, so that it is named.
CREATE TEMP TABLE kept AS SELECT * FROM findings;
DELETE FROM findings;
INSERT INTO findings SELECT * FROM kept;
DROP TABLE kept;
