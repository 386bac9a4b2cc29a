CREATE SCHEMA analytics;

-- Funnels as products described them, so that a process without those products still rolls up right.
CREATE TABLE analytics.funnel (
  name text PRIMARY KEY CHECK (char_length(name) BETWEEN 1 AND 80),
  definition jsonb NOT NULL
);

-- Who owns a subject: the owner sees its numbers, past ones included.
CREATE TABLE analytics.subject (
  subject_id text PRIMARY KEY CHECK (char_length(subject_id) BETWEEN 1 AND 128),
  owner_id uuid NOT NULL
);
CREATE INDEX subject_by_owner ON analytics.subject (owner_id);

CREATE TABLE analytics.raw_event (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 80),
  subject_id text NOT NULL CHECK (char_length(subject_id) BETWEEN 1 AND 128),
  user_id uuid,
  -- A random id that a browser made up, or what is left of an erased person.
  visitor_id uuid,
  person_id uuid GENERATED ALWAYS AS (coalesce(user_id, visitor_id)) STORED,
  step_id text CHECK (char_length(step_id) BETWEEN 1 AND 128),
  step_position integer,
  amount double precision CHECK (amount BETWEEN -1e15 AND 1e15),
  happened_at timestamptz NOT NULL,
  -- The day in UTC that the event counts for.
  happened_on date NOT NULL,
  -- SHA-256 of what must count once.
  once_key bytea UNIQUE,
  -- False until the roll-up of its day has seen it.
  rolled boolean NOT NULL DEFAULT false,
  CHECK (happened_on = (happened_at AT TIME ZONE 'UTC')::date),
  CHECK ((step_id IS NULL) = (step_position IS NULL))
);
CREATE INDEX raw_event_by_day ON analytics.raw_event (happened_on, name);
CREATE INDEX raw_event_by_person ON analytics.raw_event (subject_id, person_id, name, happened_at) WHERE person_id IS NOT NULL;
CREATE INDEX raw_event_of_person ON analytics.raw_event (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX raw_event_waiting ON analytics.raw_event (happened_on, name) WHERE NOT rolled;

-- Counts of a day for everything, for an owner and for a subject. Kept for good; no person in it.
CREATE TABLE analytics.daily (
  happened_on date NOT NULL,
  name text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('all', 'owner', 'subject')),
  -- Empty for all; else the owner's or the subject's id.
  scope_id text NOT NULL,
  events integer NOT NULL CHECK (events > 0),
  persons integer NOT NULL CHECK (persons BETWEEN 0 AND events),
  amount_count integer NOT NULL,
  amount_sum double precision NOT NULL,
  amount_p50 double precision,
  -- Of subjects: one for each person, by forward decay (popularity).
  heat double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (scope, scope_id, name, happened_on)
);
CREATE INDEX daily_by_day ON analytics.daily (happened_on, name);

-- The sum of a subject's heat over all days.
CREATE TABLE analytics.popularity (
  name text NOT NULL,
  subject_id text NOT NULL,
  heat double precision NOT NULL,
  PRIMARY KEY (name, subject_id)
);

-- When a person first came to a step of a funnel, in order. Forgotten with the person's raw events.
CREATE TABLE analytics.reached (
  funnel text NOT NULL,
  subject_id text NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  -- Empty for the funnel's own steps, else a step inside the subject.
  step_id text NOT NULL DEFAULT '',
  step_position integer NOT NULL DEFAULT 0,
  reached_at timestamptz NOT NULL,
  PRIMARY KEY (funnel, subject_id, person_id, name, step_id)
);
CREATE INDEX reached_by_person ON analytics.reached (person_id);

CREATE TABLE analytics.funnel_daily (
  funnel text NOT NULL,
  subject_id text NOT NULL,
  name text NOT NULL,
  step_id text NOT NULL DEFAULT '',
  step_position integer NOT NULL DEFAULT 0,
  happened_on date NOT NULL,
  persons integer NOT NULL CHECK (persons > 0),
  PRIMARY KEY (funnel, subject_id, name, step_id, happened_on)
);
CREATE INDEX funnel_daily_by_day ON analytics.funnel_daily (funnel, happened_on);

-- Weeks (their Mondays) in which a person did anything, for everything (empty owner) and for each owner.
CREATE TABLE analytics.person_week (
  owner_id text NOT NULL,
  person_id uuid NOT NULL,
  week date NOT NULL,
  PRIMARY KEY (owner_id, person_id, week)
);
CREATE INDEX person_week_of_person ON analytics.person_week (person_id);

CREATE TABLE analytics.cohort_week (
  owner_id text NOT NULL,
  first_week date NOT NULL,
  week date NOT NULL CHECK (week >= first_week),
  persons integer NOT NULL CHECK (persons > 0),
  PRIMARY KEY (owner_id, first_week, week)
);

-- Days before this one have lost their raw events: their counts are final.
CREATE TABLE analytics.seal (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  open_from date NOT NULL
);
INSERT INTO analytics.seal (open_from) VALUES ('2020-01-01');
