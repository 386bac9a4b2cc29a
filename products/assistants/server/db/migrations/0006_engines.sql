-- Plans of a company, each with its versions.
CREATE TABLE assistants.plan (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  version integer NOT NULL CHECK (version >= 1),
  tasks integer NOT NULL CHECK (tasks >= 0),
  author_id uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (tenant_id, id)
);

CREATE INDEX plan_list ON assistants.plan (tenant_id, id DESC);
CREATE INDEX plan_author ON assistants.plan (author_id);

CREATE TABLE assistants.plan_version (
  tenant_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  document jsonb NOT NULL,
  note text NOT NULL CHECK (char_length(note) <= 500),
  author_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (plan_id, version),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES assistants.plan (tenant_id, id) ON DELETE CASCADE
);

CREATE INDEX plan_version_author ON assistants.plan_version (author_id);

-- Results of code checks that a company kept: the counts make its trend.
CREATE TABLE assistants.review (
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  files integer NOT NULL CHECK (files >= 0),
  counts jsonb NOT NULL,
  -- Files with the findings that were kept, in both languages.
  report jsonb NOT NULL,
  left_out integer NOT NULL CHECK (left_out >= 0),
  author_id uuid,
  created_at timestamptz NOT NULL
);

CREATE INDEX review_list ON assistants.review (tenant_id, id DESC);
CREATE INDEX review_trend ON assistants.review (tenant_id, name, id DESC);
CREATE INDEX review_author ON assistants.review (author_id);

ALTER TABLE assistants.plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.plan FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.plan
  USING (tenant_id::text = current_setting('quintet.tenant', true));
-- What a person wrote anywhere can be found for their own export and erasure: only while no company is named.
CREATE POLICY author ON assistants.plan FOR SELECT
  USING (coalesce(current_setting('quintet.tenant', true), '') = ''
    AND author_id::text = current_setting('quintet.owner', true));

ALTER TABLE assistants.plan_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.plan_version FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.plan_version
  USING (tenant_id::text = current_setting('quintet.tenant', true));
CREATE POLICY author ON assistants.plan_version FOR SELECT
  USING (coalesce(current_setting('quintet.tenant', true), '') = ''
    AND author_id::text = current_setting('quintet.owner', true));

ALTER TABLE assistants.review ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.review FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.review
  USING (tenant_id::text = current_setting('quintet.tenant', true));
CREATE POLICY author ON assistants.review FOR SELECT
  USING (coalesce(current_setting('quintet.tenant', true), '') = ''
    AND author_id::text = current_setting('quintet.owner', true));
