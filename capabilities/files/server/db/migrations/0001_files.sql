CREATE SCHEMA files;

-- One row a person, changed only by statements that also check the limit: nobody counts first and inserts later.
CREATE TABLE files.quota (
  owner_id uuid PRIMARY KEY,
  on_day date NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  pending integer NOT NULL CHECK (pending >= 0)
);

CREATE TABLE files.file (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 100),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  visibility text NOT NULL CHECK (visibility IN ('public', 'private')),
  status text NOT NULL CHECK (status IN ('pending', 'receiving', 'checking', 'published', 'refused', 'deleted')),
  declared_size integer NOT NULL CHECK (declared_size > 0),
  -- Who works on the upload at the moment; a later claim makes an earlier one void.
  claim uuid,
  claimed_at timestamptz,
  refusal text CHECK (length(refusal) <= 100),
  width integer CHECK (width > 0),
  height integer CHECK (height > 0),
  perceptual_hash text CHECK (perceptual_hash ~ '^[0-9a-f]{16}$'),
  created_at timestamptz NOT NULL,
  -- Null while something uses the file.
  unused_since timestamptz,
  deleted_at timestamptz,
  CHECK ((status = 'refused') = (refusal IS NOT NULL)),
  CHECK ((status = 'deleted') = (deleted_at IS NOT NULL))
);
CREATE INDEX file_owner ON files.file (owner_id, created_at);
CREATE INDEX file_unfinished ON files.file (created_at) WHERE status NOT IN ('published', 'deleted');
CREATE INDEX file_unused ON files.file (unused_since) WHERE status = 'published' AND unused_since IS NOT NULL;
CREATE INDEX file_deleted ON files.file (deleted_at) WHERE status = 'deleted';

-- What is stored for a published file: itself (variant_width null) and smaller versions of an image.
CREATE TABLE files.object (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL REFERENCES files.file ON DELETE CASCADE,
  variant_width integer CHECK (variant_width > 0),
  media_type text NOT NULL CHECK (length(media_type) BETWEEN 3 AND 150),
  size integer NOT NULL CHECK (size > 0),
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  storage_key text NOT NULL UNIQUE,
  -- The last part of the public address: says what kind of file it is, and nothing about whose.
  url_name text NOT NULL CHECK (url_name ~ '^[a-z0-9][a-z0-9.-]{0,60}$'),
  UNIQUE NULLS NOT DISTINCT (file_id, variant_width, media_type)
);
CREATE INDEX object_content ON files.object (content_hash, url_name);

CREATE TABLE files.used_by (
  file_id uuid NOT NULL REFERENCES files.file ON DELETE CASCADE,
  purpose text NOT NULL,
  subject_id text NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 200),
  PRIMARY KEY (file_id, subject_id)
);
