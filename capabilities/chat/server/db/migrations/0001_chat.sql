CREATE SCHEMA chat;

CREATE TABLE chat.room (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('direct', 'group', 'support', 'team', 'visit')),
  -- What the room is about: a team, a visit; for support, the person who asked.
  subject_id text CHECK (length(subject_id) BETWEEN 1 AND 100),
  title text CHECK (length(title) BETWEEN 1 AND 120),
  -- The two persons of a direct room, the smaller id first.
  low_id uuid,
  high_id uuid,
  -- The number of the newest message.
  last_seq bigint NOT NULL DEFAULT 0,
  -- Grows with every message, edit and deletion.
  last_rev bigint NOT NULL DEFAULT 0,
  last_message_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((kind = 'direct') = (low_id IS NOT NULL AND high_id IS NOT NULL)),
  CHECK (low_id < high_id),
  CHECK (kind <> 'support' OR subject_id IS NOT NULL)
);
CREATE UNIQUE INDEX room_direct_pair ON chat.room (low_id, high_id) WHERE kind = 'direct';
CREATE UNIQUE INDEX room_subject ON chat.room (kind, subject_id) WHERE subject_id IS NOT NULL;

CREATE TABLE chat.member (
  room_id uuid NOT NULL REFERENCES chat.room ON DELETE CASCADE,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'member', 'operator')),
  last_read_seq bigint NOT NULL DEFAULT 0,
  -- Up to where a notice was sent.
  notified_seq bigint NOT NULL DEFAULT 0,
  muted boolean NOT NULL DEFAULT false,
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (room_id, user_id)
);
CREATE INDEX member_rooms ON chat.member (user_id);

CREATE TABLE chat.message (
  id uuid PRIMARY KEY,
  room_id uuid NOT NULL REFERENCES chat.room ON DELETE CASCADE,
  seq bigint NOT NULL,
  rev bigint NOT NULL,
  -- Null: said by the system, or by somebody whose account is gone.
  author_id uuid,
  client_id text CHECK (length(client_id) BETWEEN 1 AND 64),
  body text NOT NULL CHECK (length(body) <= 4000),
  -- A line of the system: a code with values, put into words by whoever shows it.
  system_line jsonb,
  reply_to uuid REFERENCES chat.message ON DELETE SET NULL,
  attachment_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(attachment_ids) <= 10),
  -- Never shown to anybody but its author: waits for a moderator, or was turned down.
  held boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_by text CHECK (deleted_by IN ('author', 'moderator')),
  CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
  CHECK (deleted_at IS NULL OR (body = '' AND cardinality(attachment_ids) = 0))
);
CREATE UNIQUE INDEX message_seq ON chat.message (room_id, seq);
CREATE UNIQUE INDEX message_rev ON chat.message (room_id, rev);
CREATE UNIQUE INDEX message_client_id ON chat.message (author_id, room_id, client_id);
CREATE INDEX message_attachments ON chat.message USING gin (attachment_ids) WHERE attachment_ids <> '{}';
CREATE INDEX message_reply_to ON chat.message (reply_to) WHERE reply_to IS NOT NULL;

CREATE TABLE chat.message_revision (
  message_id uuid NOT NULL REFERENCES chat.message ON DELETE CASCADE,
  replaced_at timestamptz NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (message_id, replaced_at)
);

CREATE TABLE chat.block (
  by_id uuid NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (by_id, user_id),
  CHECK (by_id <> user_id)
);
CREATE INDEX block_of ON chat.block (user_id);

CREATE TABLE chat.report (
  message_id uuid NOT NULL REFERENCES chat.message ON DELETE CASCADE,
  reporter_id uuid NOT NULL,
  -- What was said when it was reported: its author may delete it before anybody looks.
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (message_id, reporter_id)
);
CREATE INDEX report_by ON chat.report (reporter_id);
