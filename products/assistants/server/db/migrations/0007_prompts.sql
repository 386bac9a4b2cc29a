-- Texts people ask again and again. Rows with an owner are that person's alone, the others are the company's.
CREATE TABLE assistants.prompt (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  -- Set: private.
  owner_id uuid,
  -- Null: the account is gone.
  author_id uuid,
  -- The assistant it is meant for; null: any.
  role_name text CHECK (role_name ~ '^[a-z][a-z0-9-]{1,39}$'),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 120),
  content text NOT NULL CHECK (char_length(content) BETWEEN 1 AND 10000),
  version integer NOT NULL CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- Set: deleted, and gone for good a week later.
  deleted_at timestamptz,
  CHECK (owner_id IS NULL OR owner_id = author_id)
);

CREATE INDEX prompt_private ON assistants.prompt (tenant_id, owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX prompt_shared ON assistants.prompt (tenant_id) WHERE owner_id IS NULL;

-- When a person took a prompt last.
CREATE TABLE assistants.prompt_use (
  prompt_id uuid NOT NULL REFERENCES assistants.prompt ON DELETE CASCADE,
  owner_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (prompt_id, owner_id)
);

CREATE INDEX prompt_use_by_owner ON assistants.prompt_use (owner_id, tenant_id);

ALTER TABLE assistants.prompt ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.prompt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.prompt
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));

ALTER TABLE assistants.prompt_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.prompt_use FORCE ROW LEVEL SECURITY;
CREATE POLICY private ON assistants.prompt_use
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND owner_id::text = current_setting('quintet.owner', true));
