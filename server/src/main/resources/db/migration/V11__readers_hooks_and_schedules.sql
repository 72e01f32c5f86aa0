-- Researches: what one may cost, how it went on, whether its report is a page of the wiki.
ALTER TABLE research_runs
  ADD COLUMN budget text CHECK (length(budget) <= 100),
  ADD COLUMN event_count integer NOT NULL DEFAULT 0,
  ADD COLUMN shown_since timestamptz;
CREATE INDEX research_runs_shown ON research_runs (tenant_id, repository_id) WHERE shown_since IS NOT NULL;

-- Numbered from 1 in each research; streams are resumed behind a number.
CREATE TABLE research_events (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  research_id uuid NOT NULL REFERENCES research_runs (id) ON DELETE CASCADE,
  number integer NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (research_id, number)
);
CALL wall('research_events');
GRANT SELECT, INSERT, DELETE ON research_events TO aiwiki_app, aiwiki_system;

-- Sentences that readers reported as wrong. They stay out of every later wiki of the repository.
CREATE TABLE corrections (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  page text NOT NULL CHECK (length(page) <= 200),
  -- What the claim is recognised by: its words in small letters, and the files it cites.
  words text NOT NULL,
  paths text[] NOT NULL DEFAULT '{}',
  said text NOT NULL,
  instead text,
  why text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX corrections_of_repository ON corrections (repository_id, md5(words), paths);
CALL wall('corrections');
GRANT SELECT, INSERT, UPDATE, DELETE ON corrections TO aiwiki_app, aiwiki_system;

-- Git hosts that tell of pushes. The secret signs what they send; whoever made the hook is who builds.
CREATE TABLE webhooks (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  host text NOT NULL,
  branch text CHECK (length(branch) <= 255),
  sealed_secret bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  heard_at timestamptz
);
CREATE INDEX webhooks_of_repository ON webhooks (repository_id, created_at);
CALL wall('webhooks');
GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks TO aiwiki_app, aiwiki_system;
CALL sealed('webhooks', 'sealed_secret');

-- SHA-256 of what was sent: the same once more is a replay.
CREATE TABLE webhook_deliveries (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  webhook_id uuid NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  digest bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (webhook_id, digest)
);
CALL wall('webhook_deliveries');
GRANT SELECT, INSERT, DELETE ON webhook_deliveries TO aiwiki_app, aiwiki_system;

-- Repositories that are built again by themselves; the next time stands in scheduled_tasks.
CREATE TABLE schedules (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid PRIMARY KEY REFERENCES repositories (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  every text NOT NULL DEFAULT 'daily' CHECK (every IN ('hourly', 'daily', 'weekly')),
  created_at timestamptz NOT NULL DEFAULT now()
);
CALL wall('schedules');
GRANT SELECT, INSERT, UPDATE, DELETE ON schedules TO aiwiki_app, aiwiki_system;
