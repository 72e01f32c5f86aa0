-- Repositories: who may read them, and which generation is read now.
ALTER TABLE repositories
  ADD COLUMN visibility text NOT NULL DEFAULT 'private' CHECK (visibility IN ('private', 'published')),
  ADD COLUMN current_generation uuid,
  -- Token of the lease under which the current generation was published; it only grows.
  ADD COLUMN published_token bigint NOT NULL DEFAULT 0;
CREATE INDEX repositories_of_tenant ON repositories (tenant_id, created_at DESC, id DESC);

-- Who may build a repository now. The row outlives the lease, so that the token keeps growing.
CREATE TABLE repository_leases (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid PRIMARY KEY REFERENCES repositories (id) ON DELETE CASCADE,
  token bigint NOT NULL CHECK (token > 0),
  owner text NOT NULL,
  expires_at timestamptz NOT NULL
);
CALL wall('repository_leases');
GRANT SELECT, INSERT, UPDATE, DELETE ON repository_leases TO aiwiki_app, aiwiki_system;

CREATE TABLE builds (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  -- What is asked for; request_key is the SHA-256 of it, so that the same request finds its build.
  ref text,
  sub_path text NOT NULL DEFAULT '',
  language text NOT NULL DEFAULT 'en',
  writer text NOT NULL DEFAULT 'composed' CHECK (writer IN ('composed', 'model')),
  budget text,
  retried_page text,
  request_key text NOT NULL,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'running', 'done', 'capped', 'failed', 'cancelled')),
  stage text,
  units_done bigint NOT NULL DEFAULT 0,
  units_total bigint NOT NULL DEFAULT 0,
  tokens bigint NOT NULL DEFAULT 0,
  micro_dollars bigint NOT NULL DEFAULT 0,
  attempt_count integer NOT NULL DEFAULT 0,
  lease_token bigint,
  event_count integer NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL DEFAULT now(),
  cancel_wanted_at timestamptz,
  failure_kind text,
  failure text,
  generation_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  turn_at timestamptz,
  finished_at timestamptz
);
CREATE UNIQUE INDEX builds_asked_for ON builds (repository_id, request_key)
  WHERE state IN ('queued', 'running') AND cancel_wanted_at IS NULL;
CREATE UNIQUE INDEX builds_running ON builds (repository_id) WHERE state = 'running';
CREATE INDEX builds_open ON builds (created_at) WHERE state IN ('queued', 'running');
CREATE INDEX builds_turns ON builds (tenant_id, turn_at);
CREATE INDEX builds_of_repository ON builds (repository_id, created_at DESC);
CALL wall('builds');
GRANT SELECT, INSERT, UPDATE, DELETE ON builds TO aiwiki_app, aiwiki_system;

-- How builds went on, numbered from 1 in each; streams are resumed behind a number.
CREATE TABLE build_events (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  build_id uuid NOT NULL REFERENCES builds (id) ON DELETE CASCADE,
  number integer NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (build_id, number)
);
CALL wall('build_events');
GRANT SELECT, INSERT, DELETE ON build_events TO aiwiki_app, aiwiki_system;

-- Results of builds that were published. Their files are in the store, under the same id.
CREATE TABLE generations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  build_id uuid UNIQUE REFERENCES builds (id) ON DELETE SET NULL,
  lease_token bigint NOT NULL,
  commit_id text NOT NULL DEFAULT '',
  digest text NOT NULL,
  page_count integer NOT NULL DEFAULT 0,
  byte_count bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (repository_id, lease_token)
);
CREATE INDEX generations_of_repository ON generations (repository_id, created_at DESC);
CALL wall('generations');
GRANT SELECT, INSERT, UPDATE, DELETE ON generations TO aiwiki_app, aiwiki_system;

-- Finished pages of models, so that another worker goes on where one was killed.
CREATE TABLE page_results (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  name text NOT NULL,
  content_key text NOT NULL,
  text text NOT NULL,
  model text NOT NULL,
  repaired_count integer NOT NULL DEFAULT 0,
  verified_word_count integer NOT NULL DEFAULT 0,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (repository_id, name)
);
CALL wall('page_results');
GRANT SELECT, INSERT, UPDATE, DELETE ON page_results TO aiwiki_app, aiwiki_system;

-- Tasks as db-scheduler keeps them: names of tasks, ids of builds, times. Nothing about anybody.
CREATE TABLE scheduled_tasks (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeats ON scheduled_tasks (last_heartbeat);
GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO aiwiki_app;
