-- The first wall is in the code: a statement about rows of a tenant needs a transaction of that tenant.
-- The second wall is here. aiwiki_app answers requests; row level security shows it the rows of the
-- tenant its transaction names and nothing without one. aiwiki_system is taken on for single
-- transactions that must see more: a login, a page of the operator, the work of a worker.

CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('aiwiki.tenant', true), '')::uuid;

-- Composed wikis of repositories that were fetched without any credential belong to this tenant.
CREATE FUNCTION public_tenant() RETURNS uuid LANGUAGE sql IMMUTABLE
  RETURN '00000000-0000-0000-0000-000000000001'::uuid;

-- Puts a table behind the second wall. COLUMN names the tenant a row belongs to.
CREATE PROCEDURE wall(TABLE_NAME regclass, COLUMN_NAME name DEFAULT 'tenant_id') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', TABLE_NAME);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', TABLE_NAME);
  -- A tenant reads and writes its own rows; nobody is the public tenant when it comes to writing.
  EXECUTE format('CREATE POLICY own ON %s TO aiwiki_app USING (%2$I = current_tenant() AND %2$I <> public_tenant())',
    TABLE_NAME, COLUMN_NAME);
  -- Rows of the public tenant are readable to every tenant.
  EXECUTE format('CREATE POLICY public_rows ON %s FOR SELECT TO aiwiki_app
    USING (%2$I = public_tenant() AND current_tenant() IS NOT NULL)', TABLE_NAME, COLUMN_NAME);
  EXECUTE format('CREATE POLICY system ON %s TO aiwiki_system USING (true)', TABLE_NAME);
END $$;

GRANT USAGE ON SCHEMA public TO aiwiki_app, aiwiki_system;

-- Plans: what a tenant may use. Data, edited by the operator.
CREATE TABLE plans (
  name text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  builds_per_day integer NOT NULL CHECK (builds_per_day >= 0),
  repositories integer NOT NULL CHECK (repositories >= 0),
  tokens_per_month bigint NOT NULL CHECK (tokens_per_month >= 0),
  micro_dollars_per_month bigint NOT NULL CHECK (micro_dollars_per_month >= 0),
  builds_at_once integer NOT NULL CHECK (builds_at_once >= 1),
  repository_bytes bigint NOT NULL CHECK (repository_bytes >= 0),
  updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO plans (name, builds_per_day, repositories, tokens_per_month, micro_dollars_per_month,
    builds_at_once, repository_bytes) VALUES
  ('free', 10, 10, 2000000, 5000000, 1, 524288000),
  ('pro', 100, 100, 50000000, 100000000, 3, 2147483648),
  ('enterprise', 2000, 5000, 2000000000, 4000000000, 20, 8589934592);
GRANT SELECT ON plans TO aiwiki_app;
GRANT SELECT, INSERT, UPDATE ON plans TO aiwiki_system;

CREATE TABLE tenants (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('personal', 'organisation', 'public')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  plan text NOT NULL REFERENCES plans (name),
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz
);
INSERT INTO tenants (id, kind, name, plan) VALUES (public_tenant(), 'public', 'public', 'enterprise');
CALL wall('tenants', 'id');
GRANT SELECT ON tenants TO aiwiki_app;
GRANT UPDATE (name) ON tenants TO aiwiki_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO aiwiki_system;

-- People. No tenant's rows: aiwiki_app may not read them at all, see the grants.
CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  email_key text NOT NULL UNIQUE,
  hashed_password text,
  operator boolean NOT NULL DEFAULT false,
  personal_tenant_of uuid NOT NULL REFERENCES tenants (id),
  token_version integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  verified_at timestamptz,
  last_login_at timestamptz,
  disabled_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON users TO aiwiki_system;

CREATE TABLE memberships (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'member', 'reader')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX memberships_of_user ON memberships (user_id);
CALL wall('memberships');
GRANT SELECT, INSERT, UPDATE, DELETE ON memberships TO aiwiki_app, aiwiki_system;

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  role text NOT NULL CHECK (role IN ('owner', 'member', 'reader')),
  hashed_secret bytea NOT NULL UNIQUE,
  invited_by uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz
);
CREATE INDEX invitations_of_tenant ON invitations (tenant_id, created_at);
CALL wall('invitations');
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO aiwiki_app, aiwiki_system;

-- A login at another provider that stands for a user.
CREATE TABLE identities (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  provider text NOT NULL,
  subject text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider, subject)
);
CREATE INDEX identities_of_user ON identities (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON identities TO aiwiki_system;

CREATE TABLE browser_sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hashed_secret bytea NOT NULL UNIQUE,
  device text NOT NULL,
  address text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX browser_sessions_of_user ON browser_sessions (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON browser_sessions TO aiwiki_system;

-- A family is a login by the API; each refresh replaces its token, and a replay ends the family.
CREATE TABLE refresh_tokens (
  id uuid PRIMARY KEY,
  family uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  hashed_secret bytea NOT NULL UNIQUE,
  device text NOT NULL,
  address text NOT NULL,
  family_created_at timestamptz NOT NULL,
  family_expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  replaced_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX refresh_tokens_of_user ON refresh_tokens (user_id);
CREATE INDEX refresh_tokens_of_family ON refresh_tokens (family);
GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_tokens TO aiwiki_system;

CREATE TABLE api_tokens (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  hashed_secret bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX api_tokens_of_user ON api_tokens (tenant_id, user_id);
CALL wall('api_tokens');
GRANT SELECT, INSERT, UPDATE, DELETE ON api_tokens TO aiwiki_app, aiwiki_system;

-- Verification of an address, a new password, the first account.
CREATE TABLE one_time_links (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('first-account', 'verification', 'reset')),
  user_id uuid REFERENCES users (id) ON DELETE CASCADE,
  hashed_secret bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_links TO aiwiki_system;

-- Keys that sign access tokens; the private half is sealed with the master key.
CREATE TABLE signing_keys (
  id text PRIMARY KEY,
  public_key text NOT NULL,
  sealed_private_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON signing_keys TO aiwiki_system;

CREATE TABLE model_keys (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  purpose text NOT NULL,
  provider text NOT NULL,
  base_url text,
  last_four text NOT NULL,
  sealed_key bytea NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id, purpose)
);
CALL wall('model_keys');
GRANT SELECT, INSERT, UPDATE, DELETE ON model_keys TO aiwiki_app, aiwiki_system;

CREATE TABLE git_credentials (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  host text NOT NULL,
  last_four text NOT NULL,
  sealed_token bytea NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, user_id, host)
);
CALL wall('git_credentials');
GRANT SELECT, INSERT, UPDATE, DELETE ON git_credentials TO aiwiki_app, aiwiki_system;

CREATE TABLE repositories (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  repo_url text NOT NULL,
  normalized_repo_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_generated_at timestamptz,
  last_accessed_at timestamptz,
  UNIQUE (tenant_id, normalized_repo_id)
);
CALL wall('repositories');
GRANT SELECT, INSERT, UPDATE, DELETE ON repositories TO aiwiki_app, aiwiki_system;

-- What was used, call by call; never changed, so a tenant's own transactions only read and add.
CREATE TABLE usage_entries (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  kind text NOT NULL CHECK (kind IN ('build', 'ask', 'research', 'embedding', 'call')),
  model text,
  tokens_in bigint NOT NULL DEFAULT 0 CHECK (tokens_in >= 0),
  tokens_out bigint NOT NULL DEFAULT 0 CHECK (tokens_out >= 0),
  micro_dollars bigint NOT NULL DEFAULT 0 CHECK (micro_dollars >= 0),
  used_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX usage_entries_of_tenant ON usage_entries (tenant_id, used_at);
CALL wall('usage_entries');
GRANT SELECT, INSERT ON usage_entries TO aiwiki_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_entries TO aiwiki_system;

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  key text NOT NULL,
  route text NOT NULL,
  status integer NOT NULL,
  reply bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key, route)
);
CALL wall('idempotency_keys');
GRANT SELECT, INSERT, DELETE ON idempotency_keys TO aiwiki_app, aiwiki_system;

-- Written once. A row without a tenant is about the whole installation and the operator's to read.
CREATE TABLE audit_entries (
  id uuid PRIMARY KEY,
  tenant_id uuid REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  action text NOT NULL,
  subject text NOT NULL,
  address text NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX audit_entries_of_tenant ON audit_entries (tenant_id, happened_at);
CALL wall('audit_entries');
GRANT SELECT, INSERT ON audit_entries TO aiwiki_app, aiwiki_system;

-- Token buckets of the rate limits, as Bucket4j keeps them.
CREATE TABLE rate_buckets (
  id bigint PRIMARY KEY,
  state bytea,
  expires_at bigint
);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_buckets TO aiwiki_system;
