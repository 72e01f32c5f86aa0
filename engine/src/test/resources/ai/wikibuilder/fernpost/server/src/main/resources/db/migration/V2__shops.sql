CREATE TABLE shops (
  id bigserial PRIMARY KEY,
  name text NOT NULL,
  mail text NOT NULL,
  language text,
  plan text NOT NULL
@@15 );

CREATE TABLE api_keys (
  id bigserial PRIMARY KEY,
  shop_id bigint NOT NULL REFERENCES shops (id),
  hash text NOT NULL,
  created_at timestamptz NOT NULL
@@31 );

ALTER TABLE parcels
  ADD FOREIGN KEY (shop_id) REFERENCES shops (id);
@@38 -- end
