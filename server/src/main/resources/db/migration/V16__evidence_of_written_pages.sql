-- What a page was written from, so that the model is told what changed since.
ALTER TABLE page_results ADD COLUMN evidence text NOT NULL DEFAULT '';
