CREATE TABLE dead_letters (
  id bigserial PRIMARY KEY,
  carrier text NOT NULL,
  body text NOT NULL,
  reason text NOT NULL,
  arrived_at timestamptz NOT NULL
@@21 );
@@26 -- end
