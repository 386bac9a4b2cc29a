CREATE SCHEMA notifications;

-- One notice to one person. Texts are made from kind and params when somebody reads, in the reader's language.
-- No row-level security: jobs serve one person after another, and every statement of a person names their id.
CREATE TABLE notifications.notification (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_]*$' AND length(kind) <= 100),
  params jsonb NOT NULL CHECK (jsonb_typeof(params) = 'object' AND octet_length(params::text) <= 8192),
  app_path text CHECK (app_path ~ '^/app(/|$)' AND length(app_path) <= 500),
  once_key text NOT NULL CHECK (length(once_key) BETWEEN 1 AND 300),
  -- Shown in the inbox. A notice that is not is kept for its deliveries.
  in_app boolean NOT NULL,
  visible_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  -- A window of the person showed that it arrived: no push is needed.
  seen_at timestamptz,
  read_at timestamptz,
  -- The row stays as long as its key is needed, without what it said.
  deleted_at timestamptz,
  UNIQUE (user_id, once_key)
);
CREATE INDEX notification_inbox ON notifications.notification (user_id, visible_at DESC, id DESC)
  WHERE in_app AND deleted_at IS NULL;
CREATE INDEX notification_unread ON notifications.notification (user_id)
  WHERE in_app AND deleted_at IS NULL AND read_at IS NULL;
CREATE INDEX notification_age ON notifications.notification (created_at);

CREATE TABLE notifications.device (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  -- The sign-in that registered it: it goes when that session ends.
  session_id uuid,
  platform text NOT NULL CHECK (platform IN ('webpush', 'fcm')),
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  -- SHA-256 of platform and address: one row per browser or application, whoever is signed in there.
  address_hash bytea NOT NULL UNIQUE CHECK (octet_length(address_hash) = 32),
  address text NOT NULL CHECK (length(address) BETWEEN 1 AND 4096),
  p256dh text,
  auth text,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  CHECK ((platform = 'webpush') = (p256dh IS NOT NULL AND auth IS NOT NULL))
);
CREATE INDEX device_user ON notifications.device (user_id, last_seen_at DESC);
CREATE INDEX device_session ON notifications.device (session_id) WHERE session_id IS NOT NULL;

-- One way of one notice to its person; a push has one more row per device.
CREATE TABLE notifications.delivery (
  id uuid PRIMARY KEY,
  notification_id uuid NOT NULL REFERENCES notifications.notification ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('email', 'push', 'telegram')),
  device_id uuid REFERENCES notifications.device ON DELETE SET NULL,
  to_device boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'sending', 'sent', 'skipped', 'failed')),
  -- Why it was skipped or failed, a word of ours: `read`, `no_device`, `refused`.
  reason text CHECK (length(reason) <= 60),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  -- Who sends has it until then; a process that died lets go of it.
  lease_until timestamptz,
  settled_at timestamptz,
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('sent', 'skipped', 'failed')) = (settled_at IS NOT NULL))
);
CREATE UNIQUE INDEX delivery_channel ON notifications.delivery (notification_id, channel) WHERE NOT to_device;
CREATE UNIQUE INDEX delivery_device ON notifications.delivery (notification_id, device_id) WHERE to_device;
CREATE INDEX delivery_of_device ON notifications.delivery (device_id) WHERE device_id IS NOT NULL;

-- Where a person chose otherwise than the kind's own channels.
CREATE TABLE notifications.preference (
  user_id uuid NOT NULL,
  kind text NOT NULL CHECK (length(kind) <= 100),
  channel text NOT NULL CHECK (channel IN ('in_app', 'email', 'push', 'telegram')),
  enabled boolean NOT NULL,
  PRIMARY KEY (user_id, kind, channel)
);

-- Local wall-clock minutes of the day; when the first is the greater, the hours pass midnight.
CREATE TABLE notifications.quiet_hours (
  user_id uuid PRIMARY KEY,
  from_minute smallint NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute smallint NOT NULL CHECK (to_minute BETWEEN 0 AND 1439),
  CHECK (from_minute <> to_minute)
);

-- Notices to the operators. No personal data.
CREATE TABLE notifications.alert (
  id uuid PRIMARY KEY,
  once_key text NOT NULL UNIQUE CHECK (length(once_key) BETWEEN 1 AND 300),
  code text NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
  message text NOT NULL CHECK (length(message) BETWEEN 1 AND 3000),
  attempts integer NOT NULL DEFAULT 0,
  logged_at timestamptz,
  settled_at timestamptz,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'logged', 'failed')),
  created_at timestamptz NOT NULL
);
CREATE INDEX alert_age ON notifications.alert (created_at);
