-- Questions that are looked into step by step, by whichever worker has the lease.
CREATE TABLE research_runs (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  question text NOT NULL CHECK (length(question) <= 4000),
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'running', 'done', 'capped', 'failed', 'not-found', 'cancelled')),
  -- As docs/formats/conversations.md has it; what is needed to go on.
  run text,
  -- What is read of it when it has ended.
  report text,
  failure text,
  -- How often it was taken; whoever took it last may write.
  attempt_count integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
CREATE INDEX research_runs_open ON research_runs (created_at) WHERE state IN ('queued', 'running');
CREATE INDEX research_runs_of_user ON research_runs (tenant_id, user_id, created_at DESC);
CALL wall('research_runs');
GRANT SELECT, INSERT, UPDATE, DELETE ON research_runs TO aiwiki_app, aiwiki_system;
