CREATE SCHEMA identity;

CREATE TABLE identity.account (
  id uuid PRIMARY KEY,
  -- Lower-cased by the application; null only for nobody today, kept for providers that give none.
  email text UNIQUE CHECK (email = lower(email)),
  email_verified_at timestamptz,
  display_name text NOT NULL,
  locale text NOT NULL CHECK (locale IN ('ru', 'en')),
  time_zone text NOT NULL,
  -- Null: signs in through a provider only.
  password_hash text,
  -- Two people asked for the same unverified address with different passwords: neither password may win.
  contested boolean NOT NULL DEFAULT false,
  locked_at timestamptz,
  lock_reason text,
  permission_version integer NOT NULL DEFAULT 1,
  totp_secret bytea,
  totp_pending bytea,
  totp_enabled_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz NOT NULL,
  CHECK ((totp_enabled_at IS NULL) = (totp_secret IS NULL)),
  CHECK ((locked_at IS NULL) = (lock_reason IS NULL))
);
CREATE INDEX account_created ON identity.account (created_at DESC, id DESC);

CREATE TABLE identity.session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  method text NOT NULL,
  user_agent text NOT NULL,
  address_prefix text NOT NULL,
  created_at timestamptz NOT NULL,
  -- When the person last proved who they are, as opposed to refreshing.
  authenticated_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoke_reason text
);
CREATE INDEX session_by_user ON identity.session (user_id) WHERE revoked_at IS NULL;
CREATE INDEX session_expires ON identity.session (expires_at);

CREATE TABLE identity.refresh_token (
  hash bytea PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES identity.session ON DELETE CASCADE,
  parent_hash bytea,
  child_hash bytea,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  expires_at timestamptz NOT NULL
);
CREATE INDEX refresh_token_session ON identity.refresh_token (session_id);
CREATE INDEX refresh_token_expires ON identity.refresh_token (expires_at);

CREATE TABLE identity.signing_key (
  kid text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('next', 'active', 'retired')),
  public_jwk jsonb NOT NULL,
  private_jwk bytea NOT NULL,
  created_at timestamptz NOT NULL,
  activated_at timestamptz,
  retired_at timestamptz
);
CREATE UNIQUE INDEX signing_key_one_active ON identity.signing_key (state) WHERE state = 'active';
CREATE UNIQUE INDEX signing_key_one_next ON identity.signing_key (state) WHERE state = 'next';

CREATE TABLE identity.one_time_code (
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('verify_email', 'reset_password')),
  -- Null: already used or never valid.
  code_hash bytea,
  attempts integer NOT NULL DEFAULT 0,
  sends integer NOT NULL DEFAULT 1,
  window_started_at timestamptz NOT NULL,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, purpose)
);

CREATE TABLE identity.recovery_code (
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, hash)
);

CREATE TABLE identity.login_challenge (
  hash bytea PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  method text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);

CREATE TABLE identity.login_throttle (
  key text PRIMARY KEY,
  failures integer NOT NULL,
  last_failure_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);

CREATE TABLE identity.role (
  name text PRIMARY KEY,
  description text NOT NULL DEFAULT '',
  seeded boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE identity.permission (
  name text PRIMARY KEY,
  first_seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE identity.role_permission (
  role text NOT NULL REFERENCES identity.role ON DELETE CASCADE,
  permission text NOT NULL REFERENCES identity.permission ON DELETE CASCADE,
  PRIMARY KEY (role, permission)
);

CREATE TABLE identity.user_role (
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  role text NOT NULL REFERENCES identity.role ON DELETE CASCADE,
  PRIMARY KEY (user_id, role)
);
CREATE INDEX user_role_role ON identity.user_role (role);

CREATE TABLE identity.user_permission (
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  permission text NOT NULL REFERENCES identity.permission ON DELETE CASCADE,
  effect text NOT NULL CHECK (effect IN ('allow', 'deny')),
  expires_at timestamptz,
  PRIMARY KEY (user_id, permission)
);

CREATE TABLE identity.api_key (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  name text NOT NULL,
  prefix text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz
);
CREATE INDEX api_key_user ON identity.api_key (user_id);

CREATE TABLE identity.external_account (
  provider text NOT NULL CHECK (provider IN ('google', 'facebook', 'vk')),
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (provider, subject),
  UNIQUE (user_id, provider)
);

CREATE TABLE identity.oauth_state (
  hash bytea PRIMARY KEY,
  -- Binds the flow to the browser that began it.
  binder_hash bytea NOT NULL,
  provider text NOT NULL,
  sealed bytea NOT NULL,
  return_to text,
  user_id uuid REFERENCES identity.account ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

CREATE TABLE identity.pending_registration (
  hash bytea PRIMARY KEY,
  provider text NOT NULL,
  subject text NOT NULL,
  email text,
  display_name text NOT NULL,
  locale text NOT NULL,
  code_hash bytea,
  attempts integer NOT NULL DEFAULT 0,
  sends integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);

CREATE TABLE identity.ws_ticket (
  hash bytea PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
  session_id uuid NOT NULL REFERENCES identity.session ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

-- No foreign keys: the log outlives the accounts it mentions, by id only.
CREATE TABLE identity.audit_entry (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  action text NOT NULL,
  actor_id uuid,
  subject_id text,
  details jsonb NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX audit_entry_actor ON identity.audit_entry (actor_id, seq DESC);
CREATE INDEX audit_entry_subject ON identity.audit_entry (subject_id, seq DESC);
CREATE INDEX audit_entry_action ON identity.audit_entry (action, seq DESC);

-- The end of the chain. Its one row is the lock under which entries are appended.
CREATE TABLE identity.audit_head (
  id integer PRIMARY KEY CHECK (id = 1),
  seq bigint NOT NULL,
  hash text NOT NULL
);
INSERT INTO identity.audit_head (id, seq, hash) VALUES (1, 0, '');

CREATE FUNCTION identity.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'identity.audit_entry is append-only';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON identity.audit_entry
  FOR EACH ROW EXECUTE FUNCTION identity.refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON identity.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_audit_change();

REVOKE UPDATE, DELETE, TRUNCATE ON identity.audit_entry FROM CURRENT_USER;
REVOKE DELETE, TRUNCATE ON identity.audit_head FROM CURRENT_USER;
