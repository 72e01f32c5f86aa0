-- What is held back for a build or a research is held for it by whichever worker has it: the next one
-- takes the place of a worker that was killed, and does not find the month used up by it.
ALTER TABLE reservations ADD COLUMN work uuid;
CREATE INDEX reservations_of_work ON reservations (work) WHERE work IS NOT NULL;

-- The current generation of a repository may be one that all tenants share: then it belongs to this
-- repository of the tenant public.
ALTER TABLE repositories ADD COLUMN shared_id uuid REFERENCES repositories (id);
CREATE INDEX repositories_sharing ON repositories (shared_id) WHERE shared_id IS NOT NULL;
CREATE INDEX repositories_reading ON repositories (current_generation) WHERE current_generation IS NOT NULL;

-- Entries of the audit are written once and go when they are old. That recent ones cannot go, whatever a
-- statement says, is the database's to see to; an account or a tenant that goes takes its own along.
GRANT DELETE ON audit_entries TO aiwiki_system;
CREATE POLICY recent_entries_stay ON audit_entries AS RESTRICTIVE FOR DELETE TO aiwiki_system
  USING (happened_at < now() - interval '30 days');

-- What is looked for when old rows go.
CREATE INDEX build_events_by_time ON build_events (happened_at);
CREATE INDEX generations_by_time ON generations (created_at);
