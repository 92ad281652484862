-- When the bytes were captured (UTC, ISO 8601); null where that is not known: then it is when they were added.
ALTER TABLE pages ADD COLUMN captured TEXT;
CREATE INDEX pages_by_url ON pages (url);

-- Pages of one URL, counted from 1 in the order in which they were seen. A page without a URL has no versions.
CREATE VIEW versions AS
SELECT
  url,
  row_number() OVER (PARTITION BY url ORDER BY coalesce(captured, added), id) AS seq,
  coalesce(captured, added) AS first_seen,
  id AS page,
  doc,
  sha256
FROM pages WHERE url IS NOT NULL;

-- As before, and whether the page's URL has been seen with other words since.
DROP VIEW ledger;
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
  EXISTS (
    SELECT 1 FROM pages AS later WHERE later.url = pages.url
    AND (coalesce(later.captured, later.added), later.id) > (coalesce(pages.captured, pages.added), pages.id)
  ) AS superseded,
  statements.*
FROM statements JOIN pages ON pages.id = statements.page;
