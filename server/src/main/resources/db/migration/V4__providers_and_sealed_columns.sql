-- Which master keys seal nothing any more. Every sealed value names its key in bytes 5 to 9: behind the
-- length of the wrapped key stands a 1 and the number of the key that wrapped it.
CREATE TABLE retired_master_keys (
  prefix bytea PRIMARY KEY CHECK (length(prefix) = 5),
  retired_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, DELETE ON retired_master_keys TO aiwiki_system;

-- Refuses what a server that has not seen the new key yet would seal with the old one. The shared lock is
-- held until the row is visible, and retiring a key takes the exclusive one: so none is overlooked.
-- It looks into a table that requests may not read, hence as the owner.
CREATE FUNCTION refuse_retired_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  sealed bytea;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO sealed USING NEW;
  PERFORM pg_advisory_xact_lock_shared(71350442);
  IF EXISTS (SELECT FROM retired_master_keys WHERE prefix = substr(sealed, 5, 5)) THEN
    RAISE EXCEPTION 'sealed with a master key that is retired; this server must read the new one'
      USING ERRCODE = 'AW001';
  END IF;
  RETURN NEW;
END $$;

-- A column with sealed values, which a rotation wraps anew. Each has a name that begins with sealed_, and a test finds those without this.
CREATE PROCEDURE sealed(TABLE_NAME regclass, COLUMN_NAME name) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON %s FOR EACH ROW
    WHEN (NEW.%2$I IS NOT NULL) EXECUTE FUNCTION refuse_retired_seal(%2$L)',
    'retired_' || COLUMN_NAME, COLUMN_NAME, TABLE_NAME);
  EXECUTE format('GRANT SELECT, UPDATE (%I) ON %s TO aiwiki_system', COLUMN_NAME, TABLE_NAME);
END $$;

-- A token that somebody typed, or one a provider gave when it was asked for private repositories.
ALTER TABLE git_credentials
  ADD kind text NOT NULL DEFAULT 'personal' CHECK (kind IN ('personal', 'provider')),
  ADD provider text,
  ADD sealed_refresh bytea,
  ADD expires_at timestamptz,
  ADD CHECK ((kind = 'provider') = (provider IS NOT NULL));

-- Somebody who was sent to a provider and has not come back yet. Both secrets stay with the browser.
CREATE TABLE provider_visits (
  hashed_state bytea PRIMARY KEY,
  hashed_browser bytea NOT NULL,
  provider text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('enter', 'link', 'prove', 'repositories')),
  user_id uuid REFERENCES users (id) ON DELETE CASCADE,
  session_id uuid,
  sealed_entry bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CHECK ((purpose = 'enter') = (user_id IS NULL))
);
CREATE INDEX provider_visits_by_age ON provider_visits (expires_at);
GRANT SELECT, INSERT, DELETE ON provider_visits TO aiwiki_system;

-- How an identity is shown to its owner; who it is says the subject alone.
ALTER TABLE identities ADD shown_as text NOT NULL DEFAULT '' CHECK (length(shown_as) <= 254);

DO $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT c.oid::regclass AS of_table, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND a.attname LIKE 'sealed\_%' AND a.atttypid = 'bytea'::regtype
  LOOP
    CALL sealed(found.of_table, found.attname);
  END LOOP;
END $$;
