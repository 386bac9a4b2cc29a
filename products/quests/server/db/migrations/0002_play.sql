-- Teams, sessions and what happened in them.

CREATE TABLE quests.team (
  id          uuid PRIMARY KEY,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  captain_id  uuid NOT NULL,
  invite_code text NOT NULL UNIQUE CHECK (invite_code ~ '^[A-Z0-9]{8}$'),
  chat_id     uuid,
  created_at  timestamptz NOT NULL
);

CREATE TABLE quests.team_member (
  team_id   uuid NOT NULL REFERENCES quests.team (id) ON DELETE CASCADE,
  user_id   uuid NOT NULL,
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (team_id, user_id)
);
CREATE INDEX team_member_user ON quests.team_member (user_id, team_id);

CREATE TABLE quests.session (
  id          uuid PRIMARY KEY,
  quest_id    uuid NOT NULL REFERENCES quests.quest (id),
  version     integer NOT NULL,
  -- Who started it; null once the person is gone.
  user_id     uuid,
  team_id     uuid REFERENCES quests.team (id) ON DELETE SET NULL,
  test        boolean NOT NULL DEFAULT false,
  state       text NOT NULL CHECK (state IN ('active', 'finished', 'abandoned')),
  point_order uuid[] NOT NULL,
  adjustment  integer NOT NULL DEFAULT 0,
  suspicious  boolean NOT NULL DEFAULT false,
  -- Set by operators; null leaves it to the rules.
  ranked_override boolean,
  -- Derived from the points below in the same transaction; lists and leaderboards read them.
  score       integer NOT NULL DEFAULT 0 CHECK (score >= 0),
  penalties   integer NOT NULL DEFAULT 0 CHECK (penalties >= 0),
  hints_taken integer NOT NULL DEFAULT 0 CHECK (hints_taken >= 0),
  ranked      boolean NOT NULL DEFAULT true,
  revision    integer NOT NULL DEFAULT 0,
  salt        text NOT NULL,
  card_file_id uuid,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((state = 'active') = (finished_at IS NULL))
);
CREATE UNIQUE INDEX session_one_active ON quests.session (user_id, quest_id) WHERE state = 'active' AND NOT test;
CREATE INDEX session_by_user ON quests.session (user_id, id DESC);
CREATE INDEX session_team ON quests.session (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX session_quest ON quests.session (quest_id, state);
CREATE INDEX session_board ON quests.session (quest_id, score DESC, (finished_at - started_at))
  WHERE state = 'finished' AND ranked AND NOT test;
CREATE INDEX session_finished ON quests.session (finished_at) WHERE state = 'finished' AND NOT test;

-- Everybody who may move in a session: frozen when it starts, so that leaving a team changes no result.
CREATE TABLE quests.session_player (
  session_id uuid NOT NULL REFERENCES quests.session (id) ON DELETE CASCADE,
  user_id    uuid NOT NULL,
  PRIMARY KEY (session_id, user_id)
);
CREATE INDEX session_player_user ON quests.session_player (user_id, session_id DESC);

CREATE TABLE quests.session_point (
  session_id  uuid NOT NULL REFERENCES quests.session (id) ON DELETE CASCADE,
  point_id    uuid NOT NULL,
  status      text NOT NULL CHECK (status IN ('open', 'arrived', 'done', 'skipped')),
  opened_at   timestamptz NOT NULL,
  tried_at    timestamptz,
  arrived_at  timestamptz,
  finished_at timestamptz,
  believed    boolean NOT NULL DEFAULT false,
  wrong       integer NOT NULL DEFAULT 0,
  hints       text[] NOT NULL DEFAULT '{}',
  earned      integer NOT NULL DEFAULT 0,
  lost        integer NOT NULL DEFAULT 0,
  PRIMARY KEY (session_id, point_id)
);

-- What devices sent, with the answer they got: a repeat gets the same answer.
CREATE TABLE quests.session_move (
  session_id  uuid NOT NULL REFERENCES quests.session (id) ON DELETE CASCADE,
  client_id   uuid NOT NULL,
  user_id     uuid,
  kind        text NOT NULL,
  point_id    uuid,
  outcome     jsonb NOT NULL,
  made_at     timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (session_id, client_id)
);

-- Positions of passed and strange check-ins, for the plausibility of the next one; purged with the tracks.
CREATE TABLE quests.session_check_in (
  id          uuid PRIMARY KEY,
  session_id  uuid NOT NULL REFERENCES quests.session (id) ON DELETE CASCADE,
  point_id    uuid NOT NULL,
  lat         double precision NOT NULL,
  lng         double precision NOT NULL,
  accuracy    double precision NOT NULL,
  distance    double precision NOT NULL,
  mock        boolean NOT NULL DEFAULT false,
  result      text NOT NULL,
  spoof_score double precision NOT NULL,
  reasons     text[] NOT NULL DEFAULT '{}',
  fixed_at    timestamptz NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX session_check_in_session ON quests.session_check_in (session_id, received_at);

-- Photos that answered a task, for the moderators.
CREATE TABLE quests.session_photo (
  id         uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES quests.session (id) ON DELETE CASCADE,
  point_id   uuid NOT NULL,
  file_id    uuid NOT NULL,
  user_id    uuid,
  state      text NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected')),
  made_at    timestamptz NOT NULL
);

CREATE TABLE quests.achievement (
  user_id   uuid NOT NULL,
  code      text NOT NULL,
  earned_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, code)
);
