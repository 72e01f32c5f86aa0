CREATE TABLE parcels (
  id bigserial PRIMARY KEY,
  number text NOT NULL UNIQUE,
  shop_id bigint NOT NULL,
  carrier text NOT NULL,
  state text NOT NULL,
  country text,
  estimate date,
  last_scan timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
@@22 );

CREATE TABLE scans (
  id bigserial PRIMARY KEY,

  parcel_id bigint NOT NULL REFERENCES parcels (id),
  carrier text NOT NULL,
  carrier_event_id text NOT NULL,
  state text NOT NULL,
  place text,
  happened_at timestamptz NOT NULL,
  arrived_at timestamptz NOT NULL DEFAULT now(),
@@41   UNIQUE (carrier, carrier_event_id)

);
@@50 CREATE INDEX scans_of_parcel ON scans (parcel_id);
@@61 -- end of the first migration
