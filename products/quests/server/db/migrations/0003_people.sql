-- Friends, favourites, reviews, reports and requests to be let in again.

-- One row per pair, the smaller id first.
CREATE TABLE quests.friendship (
  one_id  uuid NOT NULL,
  other_id uuid NOT NULL,
  since   timestamptz NOT NULL,
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
);
CREATE INDEX friendship_other ON quests.friendship (other_id, one_id);

CREATE TABLE quests.friend_request (
  id         uuid PRIMARY KEY,
  from_id    uuid NOT NULL,
  to_id      uuid NOT NULL,
  state      text NOT NULL CHECK (state IN ('pending', 'accepted', 'declined')),
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  CHECK (from_id <> to_id),
  CHECK ((state = 'pending') = (settled_at IS NULL))
);
-- One open request between two persons, whoever asked.
CREATE UNIQUE INDEX friend_request_one_open ON quests.friend_request (least(from_id, to_id), greatest(from_id, to_id))
  WHERE state = 'pending';
CREATE INDEX friend_request_to ON quests.friend_request (to_id, id DESC) WHERE state = 'pending';
CREATE INDEX friend_request_from ON quests.friend_request (from_id, id DESC) WHERE state = 'pending';

CREATE TABLE quests.block (
  by_id      uuid NOT NULL,
  blocked_id uuid NOT NULL,
  since      timestamptz NOT NULL,
  PRIMARY KEY (by_id, blocked_id),
  CHECK (by_id <> blocked_id)
);
CREATE INDEX block_blocked ON quests.block (blocked_id, by_id);

CREATE TABLE quests.favourite (
  user_id  uuid NOT NULL,
  quest_id uuid NOT NULL REFERENCES quests.quest (id) ON DELETE CASCADE,
  since    timestamptz NOT NULL,
  PRIMARY KEY (user_id, quest_id)
);
CREATE INDEX favourite_quest ON quests.favourite (quest_id);

CREATE TABLE quests.review (
  id         uuid PRIMARY KEY,
  quest_id   uuid NOT NULL REFERENCES quests.quest (id) ON DELETE CASCADE,
  -- Null once the person is gone.
  author_id  uuid,
  stars      smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text       text NOT NULL DEFAULT '' CHECK (length(text) <= 4000),
  photo_file_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(photo_file_ids) <= 5),
  state      text NOT NULL CHECK (state IN ('shown', 'held', 'removed')),
  created_at timestamptz NOT NULL,
  edited_at  timestamptz,
  UNIQUE (quest_id, author_id)
);
CREATE INDEX review_quest ON quests.review (quest_id, id DESC);
CREATE INDEX review_author ON quests.review (author_id);

-- "Something is wrong here", by players on the spot.
CREATE TABLE quests.report (
  id         uuid PRIMARY KEY,
  quest_id   uuid NOT NULL REFERENCES quests.quest (id) ON DELETE CASCADE,
  point_id   uuid,
  user_id    uuid,
  comment    text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX report_quest ON quests.report (quest_id, id DESC);

CREATE TABLE quests.unlock_request (
  id         uuid PRIMARY KEY,
  user_id    uuid NOT NULL,
  message    text NOT NULL,
  state      text NOT NULL CHECK (state IN ('open', 'approved', 'rejected')),
  created_at timestamptz NOT NULL,
  decided_at timestamptz
);
CREATE UNIQUE INDEX unlock_request_one_open ON quests.unlock_request (user_id) WHERE state = 'open';
