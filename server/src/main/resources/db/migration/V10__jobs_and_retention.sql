-- What is held back for a build or a research is held for it by whichever worker has it: the next one
-- takes the place of a worker that was killed, and does not find the month used up by it.
ALTER TABLE reservations ADD COLUMN work uuid;
CREATE INDEX reservations_of_work ON reservations (work) WHERE work IS NOT NULL;

-- The current generation of a repository may be one that all tenants share: then it belongs to this
-- repository of the tenant public.
ALTER TABLE repositories ADD COLUMN shared_id uuid REFERENCES repositories (id);
CREATE INDEX repositories_sharing ON repositories (shared_id) WHERE shared_id IS NOT NULL;
CREATE INDEX repositories_reading ON repositories (current_generation) WHERE current_generation IS NOT NULL;
