CREATE SCHEMA recommendations;

-- How much a person liked a thing; the strongest counts.
CREATE TABLE recommendations.interaction (
  collection text NOT NULL CHECK (char_length(collection) BETWEEN 1 AND 80),
  user_id uuid NOT NULL,
  item_id text NOT NULL CHECK (char_length(item_id) BETWEEN 1 AND 128),
  weight double precision NOT NULL CHECK (weight BETWEEN 0 AND 1),
  happened_at timestamptz NOT NULL,
  PRIMARY KEY (collection, user_id, item_id)
);
CREATE INDEX interaction_by_item ON recommendations.interaction (collection, item_id);
CREATE INDEX interaction_by_user ON recommendations.interaction (user_id);

CREATE TABLE recommendations.item (
  collection text NOT NULL CHECK (char_length(collection) BETWEEN 1 AND 80),
  item_id text NOT NULL CHECK (char_length(item_id) BETWEEN 1 AND 128),
  city text,
  category text,
  lat double precision CHECK (lat BETWEEN -90 AND 90),
  lng double precision CHECK (lng BETWEEN -180 AND 180),
  published_at timestamptz NOT NULL,
  rating_sum double precision NOT NULL CHECK (rating_sum >= 0),
  rating_count integer NOT NULL CHECK (rating_count >= 0),
  popularity double precision NOT NULL CHECK (popularity >= 0),
  available boolean NOT NULL,
  PRIMARY KEY (collection, item_id),
  CHECK ((lat IS NULL) = (lng IS NULL))
);
CREATE INDEX item_by_popularity ON recommendations.item (collection, popularity DESC) WHERE available;
CREATE INDEX item_by_city ON recommendations.item (collection, city, popularity DESC) WHERE available;
CREATE INDEX item_by_place ON recommendations.item (collection, lat, lng) WHERE available AND lat IS NOT NULL;
CREATE INDEX item_by_age ON recommendations.item (collection, published_at DESC) WHERE available;

-- One build of one kind of model. `current` are the ones that answer: one of each kind and collection.
CREATE TABLE recommendations.model (
  id uuid PRIMARY KEY,
  collection text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('item_knn', 'ease')),
  current boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN ('building', 'ready', 'failed')),
  items integer NOT NULL DEFAULT 0,
  interactions integer NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK (NOT current OR state = 'ready')
);
CREATE UNIQUE INDEX model_current ON recommendations.model (collection, kind) WHERE current;
CREATE INDEX model_by_collection ON recommendations.model (collection, kind, started_at DESC);

-- What liking an item says about others: item by item, the strongest first.
CREATE TABLE recommendations.model_row (
  model_id uuid NOT NULL REFERENCES recommendations.model ON DELETE CASCADE,
  item_id text NOT NULL,
  other_ids text[] NOT NULL,
  weights double precision[] NOT NULL,
  PRIMARY KEY (model_id, item_id),
  CHECK (cardinality(other_ids) = cardinality(weights))
);
