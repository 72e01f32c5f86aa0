CREATE TABLE outbox (
  id bigserial PRIMARY KEY,
  due_at timestamptz NOT NULL,

  subscription_id bigint NOT NULL REFERENCES subscriptions (id),
  template text NOT NULL,
  attempts int NOT NULL DEFAULT 0
@@31 );

-- end
