-- Documents a company answers from. Rows with an owner are that person's alone.
CREATE TABLE assistants.collection (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  -- Set: private.
  owner_id uuid,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  description text NOT NULL CHECK (char_length(description) <= 2000),
  -- Who of the company may read; null: private, or the listed readers.
  least_role text CHECK (least_role IN ('owner', 'admin', 'member', 'viewer')),
  created_by uuid,
  -- Chunks and their terms, for the average length.
  chunk_count integer NOT NULL DEFAULT 0 CHECK (chunk_count >= 0),
  term_count bigint NOT NULL DEFAULT 0 CHECK (term_count >= 0),
  -- Counts up with every change of vectors.
  vector_revision integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (owner_id IS NULL OR least_role IS NULL),
  UNIQUE (id, tenant_id)
);

CREATE UNIQUE INDEX collection_name ON assistants.collection (tenant_id, lower(name)) WHERE owner_id IS NULL;
CREATE UNIQUE INDEX collection_private_name
  ON assistants.collection (tenant_id, owner_id, lower(name)) WHERE owner_id IS NOT NULL;

CREATE TABLE assistants.collection_reader (
  collection_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (collection_id, user_id),
  FOREIGN KEY (collection_id, tenant_id) REFERENCES assistants.collection (id, tenant_id) ON DELETE CASCADE
);

CREATE TABLE assistants.document (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  owner_id uuid,
  collection_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 255),
  size bigint NOT NULL CHECK (size > 0),
  content_hash bytea NOT NULL,
  -- Of the last upload, and of the one whose text is there (0: none).
  revision integer NOT NULL CHECK (revision >= 1),
  indexed_revision integer NOT NULL DEFAULT 0,
  status text NOT NULL CHECK (status IN ('waiting', 'reading', 'ready', 'refused')),
  progress real NOT NULL CHECK (progress BETWEEN 0 AND 1),
  fault jsonb,
  title text,
  kind text,
  warnings jsonb NOT NULL DEFAULT '[]',
  outline jsonb NOT NULL DEFAULT '[]',
  pages integer,
  part_count integer NOT NULL DEFAULT 0,
  characters integer NOT NULL DEFAULT 0,
  chunk_count integer NOT NULL DEFAULT 0,
  term_count bigint NOT NULL DEFAULT 0,
  indexed_at timestamptz,
  uploaded_by uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (id, tenant_id),
  FOREIGN KEY (collection_id, tenant_id) REFERENCES assistants.collection (id, tenant_id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX document_name ON assistants.document (collection_id, lower(name));

-- The text as it is shown: by page, or in parts of some thousand characters.
CREATE TABLE assistants.document_part (
  document_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  owner_id uuid,
  no integer NOT NULL,
  page integer,
  blocks jsonb NOT NULL,
  PRIMARY KEY (document_id, no),
  FOREIGN KEY (document_id, tenant_id) REFERENCES assistants.document (id, tenant_id) ON DELETE CASCADE
);

CREATE TABLE assistants.chunk (
  document_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  owner_id uuid,
  collection_id uuid NOT NULL,
  no integer NOT NULL,
  content text NOT NULL,
  heading text[] NOT NULL,
  page integer,
  first_line integer,
  last_line integer,
  part_no integer NOT NULL,
  PRIMARY KEY (document_id, no),
  FOREIGN KEY (document_id, tenant_id) REFERENCES assistants.document (id, tenant_id) ON DELETE CASCADE
);

-- In which chunks of a document a term stands, how often, and how many terms these have: parallel arrays.
CREATE TABLE assistants.posting (
  collection_id uuid NOT NULL,
  term text NOT NULL,
  document_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  owner_id uuid,
  chunk_nos integer[] NOT NULL,
  counts integer[] NOT NULL,
  lengths integer[] NOT NULL,
  PRIMARY KEY (collection_id, term, document_id),
  FOREIGN KEY (document_id, tenant_id) REFERENCES assistants.document (id, tenant_id) ON DELETE CASCADE
);

CREATE INDEX posting_by_document ON assistants.posting (document_id);

CREATE TABLE assistants.chunk_vector (
  document_id uuid NOT NULL,
  no integer NOT NULL,
  tenant_id uuid NOT NULL,
  owner_id uuid,
  collection_id uuid NOT NULL,
  -- `provider:model`: vectors of different models are never compared.
  model text NOT NULL,
  -- Little-endian floats of length 1.
  vector bytea NOT NULL,
  PRIMARY KEY (document_id, no),
  FOREIGN KEY (document_id, no) REFERENCES assistants.chunk (document_id, no) ON DELETE CASCADE
);

CREATE INDEX chunk_by_collection ON assistants.chunk (collection_id);
CREATE INDEX chunk_vector_by_collection ON assistants.chunk_vector (collection_id, model);

ALTER TABLE assistants.collection ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.collection FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.collection
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));

ALTER TABLE assistants.collection_reader ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.collection_reader FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.collection_reader
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.document ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.document FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.document
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));

ALTER TABLE assistants.document_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.document_part FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.document_part
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));

ALTER TABLE assistants.chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.chunk FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.chunk
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));

ALTER TABLE assistants.posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.posting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.posting
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));

ALTER TABLE assistants.chunk_vector ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.chunk_vector FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_or_owner ON assistants.chunk_vector
  USING (tenant_id::text = current_setting('quintet.tenant', true)
    AND (owner_id IS NULL OR owner_id::text = current_setting('quintet.owner', true)));
