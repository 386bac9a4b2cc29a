CREATE SCHEMA memory_agent;

CREATE TABLE memory_agent.conversation (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  message_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE INDEX conversation_by_owner ON memory_agent.conversation (owner_id, updated_at DESC, id DESC);

CREATE TABLE memory_agent.message (
  id uuid PRIMARY KEY,
  conversation_id uuid NOT NULL REFERENCES memory_agent.conversation ON DELETE CASCADE,
  owner_id uuid NOT NULL,
  position integer NOT NULL,
  role text NOT NULL CHECK (role IN ('user', 'agent')),
  content text NOT NULL,
  -- Of answers only: citations, strategies, figures (AnswerRecord).
  answer jsonb,
  useful boolean,
  reason text,
  created_at timestamptz NOT NULL,
  UNIQUE (conversation_id, position)
);

ALTER TABLE memory_agent.conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_agent.conversation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON memory_agent.conversation
  USING (owner_id::text = current_setting('quintet.owner', true));

ALTER TABLE memory_agent.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE memory_agent.message FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON memory_agent.message
  USING (owner_id::text = current_setting('quintet.owner', true));
