-- A key is of use only with the names of the models it is for.
ALTER TABLE model_keys
  ADD COLUMN cheap text NOT NULL DEFAULT '',
  ADD COLUMN strong text NOT NULL DEFAULT '';
