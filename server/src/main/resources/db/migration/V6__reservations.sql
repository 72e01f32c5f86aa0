-- Calls with the central key count against the plan; those with a tenant's own key do not.
ALTER TABLE usage_entries ADD COLUMN central boolean NOT NULL DEFAULT false;

-- What is held back for work that is going on. What its process does not renew is nobody's again.
CREATE TABLE reservations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  tokens bigint NOT NULL CHECK (tokens >= 0),
  micro_dollars bigint NOT NULL CHECK (micro_dollars >= 0),
  expires_at timestamptz NOT NULL
);
CREATE INDEX reservations_of_tenant ON reservations (tenant_id, expires_at);
CALL wall('reservations');
GRANT SELECT, INSERT, UPDATE, DELETE ON reservations TO aiwiki_app, aiwiki_system;
