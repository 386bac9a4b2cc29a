-- In which companies a person has rows: export and erasure visit each of them. Ids only.
CREATE TABLE assistants.person_company (
  owner_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  PRIMARY KEY (owner_id, tenant_id)
);

CREATE TABLE assistants.conversation (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  role_name text NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  -- True when the person gave the title: it is not made anew then.
  renamed boolean NOT NULL DEFAULT false,
  project_id uuid,
  pinned boolean NOT NULL DEFAULT false,
  archived boolean NOT NULL DEFAULT false,
  -- The last message of the active branch.
  leaf_id uuid,
  message_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (id, tenant_id, owner_id)
);

CREATE INDEX conversation_by_owner
  ON assistants.conversation (owner_id, tenant_id, archived, pinned DESC, updated_at DESC, id DESC);

-- Messages are a tree: an edited question and an answer made anew are siblings of the first one.
CREATE TABLE assistants.message (
  id uuid PRIMARY KEY,
  conversation_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  parent_id uuid REFERENCES assistants.message ON DELETE CASCADE,
  -- Messages above it in its branch.
  depth integer NOT NULL CHECK (depth >= 0),
  author text NOT NULL CHECK (author IN ('user', 'assistant')),
  content text NOT NULL,
  -- Of questions.
  file_ids uuid[] NOT NULL DEFAULT '{}',
  -- Of answers: tools, citations, figures (AnswerRecord).
  answer jsonb,
  useful boolean,
  reasons text[] NOT NULL DEFAULT '{}',
  comment text CHECK (char_length(comment) <= 2000),
  created_at timestamptz NOT NULL,
  FOREIGN KEY (conversation_id, tenant_id, owner_id)
    REFERENCES assistants.conversation (id, tenant_id, owner_id) ON DELETE CASCADE
);

CREATE INDEX message_by_conversation ON assistants.message (conversation_id, depth, id);
CREATE INDEX message_by_parent ON assistants.message (parent_id);
CREATE INDEX message_by_owner ON assistants.message (owner_id, tenant_id);

-- A file given to a conversation; its bytes are in the storage.
CREATE TABLE assistants.attachment (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  conversation_id uuid,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 255),
  kind text NOT NULL,
  size bigint NOT NULL CHECK (size BETWEEN 1 AND 20971520),
  pages integer,
  content text NOT NULL,
  -- Pieces for prompts and citations: text, headings above, pages, lines (FilePiece).
  pieces jsonb NOT NULL,
  warnings jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (conversation_id, tenant_id, owner_id)
    REFERENCES assistants.conversation (id, tenant_id, owner_id) ON DELETE CASCADE
);

CREATE INDEX attachment_by_owner ON assistants.attachment (owner_id, tenant_id, conversation_id);
CREATE INDEX attachment_by_conversation ON assistants.attachment (conversation_id);

ALTER TABLE assistants.conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.conversation FORCE ROW LEVEL SECURITY;
CREATE POLICY private ON assistants.conversation
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND owner_id::text = current_setting('quintet.owner', true));

ALTER TABLE assistants.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.message FORCE ROW LEVEL SECURITY;
CREATE POLICY private ON assistants.message
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND owner_id::text = current_setting('quintet.owner', true));

ALTER TABLE assistants.attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.attachment FORCE ROW LEVEL SECURITY;
CREATE POLICY private ON assistants.attachment
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND owner_id::text = current_setting('quintet.owner', true));
