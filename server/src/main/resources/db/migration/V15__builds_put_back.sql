-- Why a build waits again while it is queued: what its last try failed of, and when that was.
ALTER TABLE builds
  ADD COLUMN put_back_at timestamptz,
  ADD COLUMN put_back_kind text,
  ADD COLUMN put_back_why text;
