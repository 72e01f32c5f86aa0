-- The operator reads what happened anywhere, and what each tenant has spent this month.
CREATE INDEX audit_entries_by_time ON audit_entries (happened_at DESC, id DESC);
CREATE INDEX usage_entries_by_time ON usage_entries (used_at);
-- The operator finds people by the end of the list, the newest first.
CREATE INDEX users_by_time ON users (created_at DESC, id DESC);
CREATE INDEX tenants_by_time ON tenants (created_at DESC, id DESC);
