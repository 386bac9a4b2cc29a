CREATE SCHEMA memory;

-- Which spaces exist and how full they are. No content, and no row-level security: scheduled jobs, metrics and
-- health go through it.
CREATE TABLE memory.space_directory (
  space_id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  agent_id text NOT NULL,
  l0 integer NOT NULL DEFAULT 0,
  l1 integer NOT NULL DEFAULT 0,
  l2 integer NOT NULL DEFAULT 0,
  l3 integer NOT NULL DEFAULT 0,
  forgotten integer NOT NULL DEFAULT 0,
  -- Live turns and notes that no consolidation has looked at.
  pending integer NOT NULL DEFAULT 0,
  -- Live nodes of any level that the next consolidation has to look at.
  waiting integer NOT NULL DEFAULT 0,
  waiting_since timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_id, agent_id)
);
CREATE INDEX space_directory_waiting ON memory.space_directory (waiting_since) WHERE waiting > 0;

-- How each strategy does over all spaces. No content.
CREATE TABLE memory.strategy_tally (
  strategy text PRIMARY KEY,
  uses bigint NOT NULL DEFAULT 0,
  rewarded bigint NOT NULL DEFAULT 0,
  reward_sum double precision NOT NULL DEFAULT 0
);

CREATE TABLE memory.space (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  agent_id text NOT NULL CHECK (length(agent_id) BETWEEN 1 AND 128),
  -- One more with every write transaction, taken under the row's lock: gap-free in commit order.
  version bigint NOT NULL DEFAULT 0,
  -- One more with every hard deletion: projections must be built anew.
  purge_epoch bigint NOT NULL DEFAULT 0,
  last_consolidation timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_id, agent_id),
  UNIQUE (id, owner_id)
);

CREATE TABLE memory.node (
  id uuid PRIMARY KEY,
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  kind text NOT NULL CHECK (kind IN ('turn', 'note', 'episode', 'fact', 'topic', 'theme')),
  session_id text CHECK (length(session_id) BETWEEN 1 AND 128),
  ordinal integer NOT NULL DEFAULT 0,
  label text NOT NULL,
  content text NOT NULL,
  speaker text,
  caption text,
  occurred_at timestamptz NOT NULL,
  importance double precision NOT NULL CHECK (importance BETWEEN 0 AND 1),
  access_count integer NOT NULL DEFAULT 0,
  last_accessed_at timestamptz,
  content_hash text NOT NULL,
  -- Analysed once, at write: stems separated by spaces, resolved days, names.
  terms text NOT NULL,
  dates jsonb NOT NULL DEFAULT '[]',
  entities jsonb NOT NULL DEFAULT '[]',
  -- What a derived node stands for; a second one for the same thing cannot live beside it.
  group_key text,
  metadata jsonb NOT NULL DEFAULT '{}',
  -- When consolidation looked at it; null: still to do.
  consolidated_at timestamptz,
  -- A source changed since this was made.
  stale boolean NOT NULL DEFAULT false,
  -- What was forgotten together is restored together.
  forgotten_batch uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  version bigint NOT NULL,
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE,
  CHECK ((level = 0) = (kind IN ('turn', 'note'))),
  CHECK (kind <> 'turn' OR session_id IS NOT NULL)
);
CREATE INDEX node_version ON memory.node (space_id, version);
CREATE INDEX node_level ON memory.node (space_id, level, id);
CREATE INDEX node_order ON memory.node (space_id, id);
CREATE INDEX node_hash ON memory.node (space_id, content_hash);
CREATE INDEX node_session ON memory.node (space_id, session_id, ordinal) WHERE level = 0 AND session_id IS NOT NULL;
CREATE UNIQUE INDEX node_group ON memory.node (space_id, group_key) WHERE group_key IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX node_deleted ON memory.node (space_id, deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE memory.edge (
  from_id uuid NOT NULL REFERENCES memory.node ON DELETE CASCADE,
  to_id uuid NOT NULL REFERENCES memory.node ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('derived_from', 'similar', 'mentions', 'follows', 'corrects')),
  weight double precision NOT NULL DEFAULT 1,
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  PRIMARY KEY (from_id, to_id, kind),
  CHECK (from_id <> to_id),
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX edge_to ON memory.edge (to_id, kind);
CREATE INDEX edge_space ON memory.edge (space_id);

CREATE TABLE memory.node_vector (
  node_id uuid PRIMARY KEY REFERENCES memory.node ON DELETE CASCADE,
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  model text NOT NULL,
  -- 32-bit floats, little-endian.
  vector bytea NOT NULL,
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX node_vector_space ON memory.node_vector (space_id);

-- What was recalled, for feedback. Never the words of the query: only a hash of its analysis.
CREATE TABLE memory.recall_log (
  id uuid PRIMARY KEY,
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  query_hash text NOT NULL,
  strategy text NOT NULL,
  features jsonb NOT NULL,
  node_ids uuid[] NOT NULL,
  scores double precision[] NOT NULL,
  answer_id uuid,
  created_at timestamptz NOT NULL,
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX recall_log_space ON memory.recall_log (space_id, created_at);
CREATE INDEX recall_log_answer ON memory.recall_log (space_id, answer_id) WHERE answer_id IS NOT NULL;

CREATE TABLE memory.feedback (
  recall_id uuid NOT NULL REFERENCES memory.recall_log ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('judged', 'cited', 'followed_up', 'corrected')),
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  useful boolean,
  reason text,
  node_ids uuid[] NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (recall_id, kind),
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX feedback_space ON memory.feedback (space_id);

-- What the choice among strategies has learned in a space.
CREATE TABLE memory.strategy_state (
  space_id uuid PRIMARY KEY,
  owner_id uuid NOT NULL,
  state jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);

CREATE TABLE memory.strategy_day (
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  strategy text NOT NULL,
  day date NOT NULL,
  uses integer NOT NULL DEFAULT 0,
  rewarded integer NOT NULL DEFAULT 0,
  reward_sum double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (space_id, strategy, day),
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);

CREATE TABLE memory.consolidation_run (
  id uuid PRIMARY KEY,
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'aborted')),
  l0_to_l1 integer NOT NULL DEFAULT 0,
  l1_to_l2 integer NOT NULL DEFAULT 0,
  l2_to_l3 integer NOT NULL DEFAULT 0,
  error text,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX consolidation_run_space ON memory.consolidation_run (space_id, started_at);

-- Hashes of recalled text that went into a prompt: it is not remembered again.
CREATE TABLE memory.injected (
  space_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  hash text NOT NULL,
  node_id uuid NOT NULL REFERENCES memory.node ON DELETE CASCADE,
  injected_at timestamptz NOT NULL,
  PRIMARY KEY (space_id, hash),
  FOREIGN KEY (space_id, owner_id) REFERENCES memory.space (id, owner_id) ON DELETE CASCADE
);
CREATE INDEX injected_node ON memory.injected (node_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['space', 'node', 'edge', 'node_vector', 'recall_log', 'feedback', 'strategy_state',
    'strategy_day', 'consolidation_run', 'injected']
  LOOP
    EXECUTE format('ALTER TABLE memory.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE memory.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own ON memory.%I USING (owner_id::text = current_setting(''quintet.owner'', true))', name);
  END LOOP;
END $$;

-- Keeps the figures of the directory true whoever writes.
CREATE FUNCTION memory.apply_count(
  space uuid, d0 bigint, d1 bigint, d2 bigint, d3 bigint, d_forgotten bigint, d_pending bigint, d_waiting bigint
) RETURNS void LANGUAGE sql AS $$
  UPDATE memory.space_directory
     SET l0 = l0 + d0, l1 = l1 + d1, l2 = l2 + d2, l3 = l3 + d3,
         forgotten = forgotten + d_forgotten, pending = pending + d_pending, waiting = waiting + d_waiting,
         waiting_since = CASE WHEN waiting + d_waiting <= 0 THEN NULL ELSE coalesce(waiting_since, now()) END
   WHERE space_id = space AND (d0, d1, d2, d3, d_forgotten, d_pending, d_waiting) <> (0, 0, 0, 0, 0, 0, 0)
$$;

CREATE FUNCTION memory.count_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM memory.apply_count(
    n.space_id,
    coalesce(sum(sign) FILTER (WHERE level = 0 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 1 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 2 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 3 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE deleted_at IS NOT NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 0 AND deleted_at IS NULL AND consolidated_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE deleted_at IS NULL AND (stale OR level < 3 AND consolidated_at IS NULL)), 0)
  ) FROM (SELECT 1 AS sign, space_id, level, deleted_at, consolidated_at, stale FROM added) AS n GROUP BY n.space_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_insert AFTER INSERT ON memory.node
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION memory.count_insert();

CREATE FUNCTION memory.count_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM memory.apply_count(
    n.space_id,
    coalesce(sum(sign) FILTER (WHERE level = 0 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 1 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 2 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 3 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE deleted_at IS NOT NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 0 AND deleted_at IS NULL AND consolidated_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE deleted_at IS NULL AND (stale OR level < 3 AND consolidated_at IS NULL)), 0)
  ) FROM (SELECT 1 AS sign, space_id, level, deleted_at, consolidated_at, stale FROM added UNION ALL SELECT -1 AS sign, space_id, level, deleted_at, consolidated_at, stale FROM removed) AS n GROUP BY n.space_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_update AFTER UPDATE ON memory.node
  REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION memory.count_update();

CREATE FUNCTION memory.count_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM memory.apply_count(
    n.space_id,
    coalesce(sum(sign) FILTER (WHERE level = 0 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 1 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 2 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 3 AND deleted_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE deleted_at IS NOT NULL), 0),
    coalesce(sum(sign) FILTER (WHERE level = 0 AND deleted_at IS NULL AND consolidated_at IS NULL), 0),
    coalesce(sum(sign) FILTER (WHERE deleted_at IS NULL AND (stale OR level < 3 AND consolidated_at IS NULL)), 0)
  ) FROM (SELECT -1 AS sign, space_id, level, deleted_at, consolidated_at, stale FROM removed) AS n GROUP BY n.space_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_delete AFTER DELETE ON memory.node
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION memory.count_delete();
