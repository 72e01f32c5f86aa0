CREATE TABLE subscriptions (
  id bigserial PRIMARY KEY,

  parcel_id bigint NOT NULL REFERENCES parcels (id),
  mail text,
  webhook text
@@27 );

-- end
