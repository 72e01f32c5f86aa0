-- A link to a new address proves that its mail reaches the person; the address stands beside it.
ALTER TABLE one_time_links DROP CONSTRAINT one_time_links_purpose_check;
ALTER TABLE one_time_links
  ADD CONSTRAINT one_time_links_purpose_check
    CHECK (purpose IN ('first-account', 'verification', 'reset', 'address')),
  ADD COLUMN email text CHECK (length(email) BETWEEN 3 AND 254),
  ADD CONSTRAINT one_time_links_address CHECK ((purpose = 'address') = (email IS NOT NULL));
