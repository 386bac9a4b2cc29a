CREATE SCHEMA assistants;

-- An assistant of a company. A built-in one has a row only where the company changed it.
CREATE TABLE assistants.role (
  tenant_id uuid NOT NULL,
  name text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{1,39}$'),
  version integer NOT NULL CHECK (version >= 1),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name)
);

-- Append-only: a roll-back writes the old definition as a new version.
CREATE TABLE assistants.role_version (
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  definition jsonb NOT NULL,
  note text NOT NULL CHECK (char_length(note) <= 500),
  author_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name, version),
  FOREIGN KEY (tenant_id, name) REFERENCES assistants.role ON DELETE CASCADE
);

ALTER TABLE assistants.role ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.role FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.role
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.role_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.role_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.role_version
  USING (tenant_id::text = current_setting('quintet.tenant', true));
