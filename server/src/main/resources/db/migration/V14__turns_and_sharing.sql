-- A turn that somebody answers just now is open until then; past it, whoever did so is gone.
ALTER TABLE messages ADD COLUMN open_until timestamptz;
GRANT UPDATE ON messages TO aiwiki_app, aiwiki_system;

-- What the other members of the tenant read a conversation by; a new one each time it is shared.
ALTER TABLE conversations ADD COLUMN shared_as uuid UNIQUE;
