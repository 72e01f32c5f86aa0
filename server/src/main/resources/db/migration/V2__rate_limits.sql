-- The library that keeps the buckets has connections of its own. What is in them: hashes of addresses
-- and of ids, how much is left, until when.
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_buckets TO aiwiki_app;
REVOKE ALL ON rate_buckets FROM aiwiki_system;
