-- Questions and answers that belong together, about one repository, seen by whoever asked.
CREATE TABLE conversations (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories (id) ON DELETE CASCADE,
  title text NOT NULL CHECK (length(title) <= 200),
  -- The first turns in few words, for prompts; the turns themselves stay.
  summary text,
  summary_turns integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  continued_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX conversations_of_user ON conversations (tenant_id, user_id, continued_at DESC, id DESC);
CALL wall('conversations');
GRANT SELECT, INSERT, UPDATE, DELETE ON conversations TO aiwiki_app, aiwiki_system;

-- One turn each: a question and what it was answered, in the shape of docs/formats/conversations.md.
CREATE TABLE messages (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  conversation_id uuid NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  turn text NOT NULL,
  PRIMARY KEY (conversation_id, number)
);
CALL wall('messages');
GRANT SELECT, INSERT, DELETE ON messages TO aiwiki_app, aiwiki_system;
