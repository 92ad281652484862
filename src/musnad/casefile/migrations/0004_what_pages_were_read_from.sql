-- What a page's bytes are (a media type), its text where that is not the bytes themselves as UTF-8, and all that is
-- known of it with where it was found: JSON lists, as in a reading.
ALTER TABLE pages ADD COLUMN type TEXT NOT NULL DEFAULT 'text/plain';
ALTER TABLE pages ADD COLUMN source TEXT;
ALTER TABLE pages ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE pages ADD COLUMN anchors TEXT NOT NULL DEFAULT '[]';
