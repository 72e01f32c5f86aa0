-- Somebody meant it that most pages of the wiki go.
ALTER TABLE builds ADD COLUMN fewer_pages boolean NOT NULL DEFAULT false;
