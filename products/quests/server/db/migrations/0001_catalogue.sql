CREATE SCHEMA quests;

-- Words that quests are described and filtered by.
CREATE TABLE quests.dictionary (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('city', 'category', 'vehicle', 'place', 'activity', 'tool')),
  code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_ru text NOT NULL CHECK (char_length(name_ru) BETWEEN 1 AND 80),
  name_en text NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 80),
  position integer NOT NULL DEFAULT 0 CHECK (position BETWEEN 0 AND 10000),
  active boolean NOT NULL DEFAULT true,
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lng double precision CHECK (lng BETWEEN -180 AND 180),
  time_zone text,
  CONSTRAINT dictionary_code_is_unique UNIQUE (kind, code),
  CONSTRAINT dictionary_place_is_whole CHECK ((lat IS NULL) = (lng IS NULL)),
  CONSTRAINT dictionary_place_is_of_a_city CHECK (kind = 'city' OR (lat IS NULL AND time_zone IS NULL))
);

-- What a person says about themselves to other players.
CREATE TABLE quests.player (
  user_id uuid PRIMARY KEY,
  avatar_file_id uuid,
  about text NOT NULL DEFAULT '' CHECK (char_length(about) <= 1000),
  instagram text CHECK (instagram ~ '^[A-Za-z0-9._]{1,30}$'),
  city_id uuid REFERENCES quests.dictionary,
  private boolean NOT NULL DEFAULT false,
  joined_at timestamptz NOT NULL
);

CREATE INDEX player_by_city ON quests.player (city_id) WHERE city_id IS NOT NULL;

-- A quest as its author writes it. `content` and `points` are the draft in the shape of the wire contract.
CREATE TABLE quests.quest (
  id uuid PRIMARY KEY,
  author_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'in_review', 'published', 'archived')),
  revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
  content jsonb NOT NULL,
  points jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(points) = 'array'),
  length_metres integer NOT NULL DEFAULT 0 CHECK (length_metres >= 0),
  -- The version that players get.
  published_version integer CHECK (published_version > 0),
  -- What the draft was when it was last published: the draft has changes when its revision is greater.
  published_revision integer,
  rejection_code text,
  rejection_note text,
  rejected_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT published_has_a_version CHECK (state <> 'published' OR published_version IS NOT NULL),
  CONSTRAINT version_has_a_revision CHECK ((published_version IS NULL) = (published_revision IS NULL)),
  CONSTRAINT rejection_is_whole CHECK ((rejection_code IS NULL) = (rejected_at IS NULL))
);

CREATE INDEX quest_by_author ON quests.quest (author_id, updated_at DESC, id DESC);
CREATE INDEX quest_by_change ON quests.quest (updated_at DESC, id DESC);

-- What sessions are walked on. Positive numbers were published, negative ones were frozen for a test walk.
CREATE TABLE quests.version (
  quest_id uuid NOT NULL REFERENCES quests.quest ON DELETE CASCADE,
  number integer NOT NULL CHECK (number <> 0),
  content jsonb NOT NULL,
  points jsonb NOT NULL,
  length_metres integer NOT NULL,
  -- SHA-256 of content and points.
  fingerprint text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (quest_id, number)
);

CREATE UNIQUE INDEX version_of_test_walk ON quests.version (quest_id, fingerprint) WHERE number < 0;

CREATE FUNCTION quests.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a quest never changes';
END $$;

CREATE TRIGGER version_never_changes BEFORE UPDATE ON quests.version
  FOR EACH ROW EXECUTE FUNCTION quests.refuse_change();

-- The published version as lists and pages show it, with the counters that lists are sorted by.
CREATE TABLE quests.listing (
  quest_id uuid PRIMARY KEY REFERENCES quests.quest ON DELETE CASCADE,
  author_id uuid NOT NULL,
  version integer NOT NULL,
  -- False while the quest is archived.
  listed boolean NOT NULL DEFAULT true,
  content jsonb NOT NULL,
  point_count integer NOT NULL,
  length_metres integer NOT NULL,
  start_lat double precision NOT NULL,
  start_lng double precision NOT NULL,
  stars bigint NOT NULL DEFAULT 0 CHECK (stars >= 0),
  ratings integer NOT NULL DEFAULT 0 CHECK (ratings >= 0),
  finished integer NOT NULL DEFAULT 0 CHECK (finished >= 0),
  popularity double precision NOT NULL DEFAULT 0 CHECK (popularity >= 0),
  -- First published.
  published_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  city text GENERATED ALWAYS AS (content ->> 'city') STORED,
  category text GENERATED ALWAYS AS (content ->> 'category') STORED,
  vehicle text GENERATED ALWAYS AS (content ->> 'vehicle') STORED,
  place text GENERATED ALWAYS AS (content ->> 'place') STORED,
  difficulty integer GENERATED ALWAYS AS ((content ->> 'difficulty')::integer) STORED,
  price integer GENERATED ALWAYS AS ((content -> 'price' ->> 'amount')::integer) STORED,
  languages jsonb GENERATED ALWAYS AS (content -> 'languages') STORED,
  activities jsonb GENERATED ALWAYS AS (content -> 'activities') STORED,
  tools jsonb GENERATED ALWAYS AS (content -> 'tools') STORED,
  duration integer GENERATED ALWAYS AS ((content ->> 'duration_minutes')::integer) STORED,
  -- Average drawn to 4 by five imagined ratings, so that one praise does not win.
  rank double precision GENERATED ALWAYS AS ((stars + 20)::double precision / (ratings + 5)) STORED
);

CREATE INDEX listing_by_popularity ON quests.listing (popularity DESC, quest_id DESC) WHERE listed;
CREATE INDEX listing_by_age ON quests.listing (published_at DESC, quest_id DESC) WHERE listed;
CREATE INDEX listing_by_rank ON quests.listing (rank DESC, quest_id DESC) WHERE listed;
CREATE INDEX listing_by_price ON quests.listing (price, quest_id) WHERE listed;
CREATE INDEX listing_by_city ON quests.listing (city, popularity DESC, quest_id DESC) WHERE listed;
CREATE INDEX listing_by_author ON quests.listing (author_id) WHERE listed;

-- Which entries a draft and a publication carry: an entry in use cannot go.
CREATE TABLE quests.entry_use (
  quest_id uuid NOT NULL REFERENCES quests.quest ON DELETE CASCADE,
  entry_id uuid NOT NULL CONSTRAINT entry_is_known REFERENCES quests.dictionary,
  published boolean NOT NULL,
  PRIMARY KEY (quest_id, published, entry_id)
);

CREATE INDEX entry_use_by_entry ON quests.entry_use (entry_id, published);

INSERT INTO quests.dictionary (kind, code, name_ru, name_en, position, lat, lng, time_zone) VALUES
  ('city', 'saint-petersburg', 'Санкт-Петербург', 'Saint Petersburg', 10, 59.9386, 30.3141, 'Europe/Moscow'),
  ('city', 'moscow', 'Москва', 'Moscow', 20, 55.7558, 37.6173, 'Europe/Moscow'),
  ('city', 'kazan', 'Казань', 'Kazan', 30, 55.7963, 49.1064, 'Europe/Moscow');

INSERT INTO quests.dictionary (kind, code, name_ru, name_en, position) VALUES
  ('category', 'history', 'История', 'History', 10),
  ('category', 'detective', 'Детектив', 'Detective', 20),
  ('category', 'architecture', 'Архитектура', 'Architecture', 30),
  ('category', 'art', 'Искусство', 'Art', 40),
  ('category', 'literature', 'Литература', 'Literature', 50),
  ('category', 'mystics', 'Мистика', 'Mystics', 60),
  ('category', 'nature', 'Природа', 'Nature', 70),
  ('category', 'gastronomy', 'Гастрономия', 'Gastronomy', 80),
  ('category', 'kids', 'Для детей', 'For children', 90),
  ('category', 'romance', 'Романтика', 'Romance', 100),
  ('vehicle', 'walk', 'Пешком', 'On foot', 10),
  ('vehicle', 'bicycle', 'На велосипеде', 'By bicycle', 20),
  ('vehicle', 'public-transport', 'На общественном транспорте', 'By public transport', 30),
  ('vehicle', 'car', 'На машине', 'By car', 40),
  ('place', 'city-centre', 'Центр города', 'City centre', 10),
  ('place', 'residential-area', 'Жилой район', 'Residential area', 20),
  ('place', 'park', 'Парк', 'Park', 30),
  ('place', 'waterfront', 'Набережная', 'Waterfront', 40),
  ('place', 'museum', 'Музей', 'Museum', 50),
  ('place', 'countryside', 'За городом', 'Countryside', 60),
  ('activity', 'riddles', 'Загадки', 'Riddles', 10),
  ('activity', 'observation', 'Наблюдательность', 'Observation', 20),
  ('activity', 'photography', 'Фотография', 'Photography', 30),
  ('activity', 'ciphers', 'Шифры', 'Ciphers', 40),
  ('activity', 'role-play', 'Ролевая игра', 'Role-playing', 50),
  ('activity', 'tasting', 'Дегустация', 'Tasting', 60),
  ('tool', 'smartphone', 'Смартфон', 'Smartphone', 10),
  ('tool', 'headphones', 'Наушники', 'Headphones', 20),
  ('tool', 'flashlight', 'Фонарик', 'Torch', 30),
  ('tool', 'pen-and-paper', 'Ручка и бумага', 'Pen and paper', 40),
  ('tool', 'comfortable-shoes', 'Удобная обувь', 'Comfortable shoes', 50);
