-- A 1C project of a company: its configuration, extensions and code.
CREATE TABLE assistants.project (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  description text NOT NULL CHECK (char_length(description) <= 2000),
  -- The version that is read; 0: none yet.
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  -- Methods of its code and their terms, for the average length.
  method_count integer NOT NULL DEFAULT 0,
  term_count bigint NOT NULL DEFAULT 0,
  -- Null: the account is gone.
  created_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (id, tenant_id)
);

CREATE UNIQUE INDEX project_name ON assistants.project (tenant_id, lower(name));

-- Files the project is made of (current) and those on their way in. The bytes are in the storage.
CREATE TABLE assistants.project_upload (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  project_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 500),
  kind text NOT NULL CHECK (kind IN ('archive', 'module')),
  size bigint NOT NULL CHECK (size > 0),
  status text NOT NULL CHECK (status IN ('waiting', 'reading', 'current', 'refused')),
  -- Current, and taken out by the reading that is under way.
  leaving boolean NOT NULL DEFAULT false,
  progress real NOT NULL CHECK (progress BETWEEN 0 AND 1),
  fault jsonb,
  uploaded_by uuid,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (project_id, tenant_id) REFERENCES assistants.project (id, tenant_id) ON DELETE CASCADE
);

CREATE INDEX project_upload_by_project ON assistants.project_upload (project_id, created_at DESC);
CREATE UNIQUE INDEX project_upload_current
  ON assistants.project_upload (project_id, lower(name)) WHERE status = 'current';

-- What was read, kept for comparison; the graph itself is in the storage.
CREATE TABLE assistants.project_version (
  project_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  graph_id uuid NOT NULL,
  cause text NOT NULL,
  figures jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (project_id, version),
  FOREIGN KEY (project_id, tenant_id) REFERENCES assistants.project (id, tenant_id) ON DELETE CASCADE
);

-- Code of the present version only: replaced in the transaction that makes another version present.
CREATE TABLE assistants.project_module (
  project_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  path text NOT NULL CHECK (char_length(path) <= 1000),
  module_type text NOT NULL,
  owner_name text NOT NULL,
  line_count integer NOT NULL,
  method_count integer NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (project_id, path),
  FOREIGN KEY (project_id, tenant_id) REFERENCES assistants.project (id, tenant_id) ON DELETE CASCADE
);

CREATE TABLE assistants.project_method (
  project_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  no integer NOT NULL,
  path text NOT NULL,
  owner_name text NOT NULL,
  name text NOT NULL,
  signature text NOT NULL,
  description text NOT NULL,
  exported boolean NOT NULL,
  first_line integer NOT NULL,
  last_line integer NOT NULL,
  -- Terms.
  length integer NOT NULL,
  PRIMARY KEY (project_id, no),
  FOREIGN KEY (project_id, path) REFERENCES assistants.project_module (project_id, path) ON DELETE CASCADE
);

CREATE INDEX project_method_by_path ON assistants.project_method (project_id, path, first_line);

-- In which methods a term stands, how often, and how long these are: parallel arrays.
CREATE TABLE assistants.project_posting (
  project_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  term text NOT NULL,
  method_nos integer[] NOT NULL,
  counts integer[] NOT NULL,
  lengths integer[] NOT NULL,
  PRIMARY KEY (project_id, term),
  FOREIGN KEY (project_id, tenant_id) REFERENCES assistants.project (id, tenant_id) ON DELETE CASCADE
);

ALTER TABLE assistants.project ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.project FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.project
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.project_upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.project_upload FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.project_upload
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.project_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.project_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.project_version
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.project_module ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.project_module FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.project_module
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.project_method ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.project_method FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.project_method
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.project_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.project_posting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.project_posting
  USING (tenant_id::text = current_setting('quintet.tenant', true));
