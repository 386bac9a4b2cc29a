-- Trusted since PostgreSQL 13: the application's role may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA geo;

CREATE TABLE geo.place (
  collection text NOT NULL CHECK (length(collection) BETWEEN 1 AND 100),
  id text NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lng double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
  PRIMARY KEY (collection, id)
);
-- The plane of degrees: its order is not that of distances, so what it finds is measured again.
CREATE INDEX place_position ON geo.place USING gist (collection, point(lng, lat));

-- A track: the readings of one subject. The row is the lock under which readings and crossings are written.
CREATE TABLE geo.track (
  subject text PRIMARY KEY CHECK (length(subject) BETWEEN 1 AND 200),
  owner_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX track_owner ON geo.track (owner_id);
CREATE INDEX track_updated ON geo.track (updated_at);

CREATE TABLE geo.reading (
  subject text NOT NULL REFERENCES geo.track ON DELETE CASCADE,
  taken_at timestamptz NOT NULL,
  lat double precision NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lng double precision NOT NULL CHECK (lng BETWEEN -180 AND 180),
  accuracy double precision NOT NULL CHECK (accuracy >= 0),
  mock boolean NOT NULL DEFAULT false,
  PRIMARY KEY (subject, taken_at)
);
CREATE INDEX reading_taken ON geo.reading (taken_at);

CREATE TABLE geo.crossing (
  subject text NOT NULL REFERENCES geo.track ON DELETE CASCADE,
  fence_id text NOT NULL CHECK (length(fence_id) BETWEEN 1 AND 200),
  ordinal integer NOT NULL,
  direction text NOT NULL CHECK (direction IN ('enter', 'exit')),
  crossed_at timestamptz NOT NULL,
  PRIMARY KEY (subject, fence_id, ordinal)
);
