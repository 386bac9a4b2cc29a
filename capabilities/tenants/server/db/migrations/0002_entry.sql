-- What a company asks of its members besides an account.
ALTER TABLE tenants.company
  ADD COLUMN directory_required boolean NOT NULL DEFAULT false,
  ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;

-- A company's own OpenID Connect provider.
CREATE TABLE tenants.directory (
  company_id uuid PRIMARY KEY REFERENCES tenants.company ON DELETE CASCADE,
  issuer text NOT NULL CHECK (char_length(issuer) BETWEEN 8 AND 500),
  client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 300),
  -- Sealed under a key of its own; null for a public client.
  client_secret bytea,
  -- As what the directory's people join who are no members yet; null: they do not.
  joins_as text CHECK (joins_as IN ('member', 'viewer')),
  updated_at timestamptz NOT NULL
);

ALTER TABLE tenants.directory ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.directory FORCE ROW LEVEL SECURITY;
CREATE POLICY company ON tenants.directory
  USING (company_id::text = current_setting('quintet.tenant', true));

-- What people type to sign in. Everybody may ask which company answers to a name, so the rows are open.
CREATE TABLE tenants.sign_in_name (
  name text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  company_id uuid NOT NULL UNIQUE REFERENCES tenants.directory ON DELETE CASCADE
);

-- Who somebody of a directory is here.
CREATE TABLE tenants.directory_person (
  company_id uuid NOT NULL REFERENCES tenants.directory ON DELETE CASCADE,
  subject text NOT NULL CHECK (char_length(subject) BETWEEN 1 AND 255),
  user_id uuid NOT NULL,
  -- The account was made by the directory and is opened by it.
  managed boolean NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, subject),
  UNIQUE (company_id, user_id)
);

ALTER TABLE tenants.directory_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.directory_person FORCE ROW LEVEL SECURITY;
CREATE POLICY company_or_self ON tenants.directory_person
  USING (company_id::text = current_setting('quintet.tenant', true)
      OR user_id::text = current_setting('quintet.owner', true));

-- A round trip to a directory that has begun.
CREATE TABLE tenants.directory_trip (
  state_hash bytea PRIMARY KEY,
  company_id uuid NOT NULL REFERENCES tenants.directory ON DELETE CASCADE,
  -- Binds the trip to the browser that began it.
  binder_hash bytea NOT NULL,
  sealed bytea NOT NULL,
  -- A member who proves to belong to the company; null when somebody signs in.
  user_id uuid,
  session_id uuid,
  return_to text,
  expires_at timestamptz NOT NULL,
  CHECK ((user_id IS NULL) = (session_id IS NULL))
);

ALTER TABLE tenants.directory_trip ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.directory_trip FORCE ROW LEVEL SECURITY;
CREATE POLICY company ON tenants.directory_trip
  USING (company_id::text = current_setting('quintet.tenant', true));

-- In this session the directory said who it is.
CREATE TABLE tenants.directory_proof (
  company_id uuid NOT NULL REFERENCES tenants.directory ON DELETE CASCADE,
  session_id uuid NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, session_id)
);

CREATE INDEX directory_proof_by_person ON tenants.directory_proof (user_id, company_id);

ALTER TABLE tenants.directory_proof ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.directory_proof FORCE ROW LEVEL SECURITY;
CREATE POLICY company_or_self ON tenants.directory_proof
  USING (company_id::text = current_setting('quintet.tenant', true)
      OR user_id::text = current_setting('quintet.owner', true));
