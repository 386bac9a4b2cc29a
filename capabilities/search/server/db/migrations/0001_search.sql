-- Trusted since PostgreSQL 13: the application's role may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SCHEMA search;

-- What is searched. The vector holds everything a query may ask for, told apart by its first character:
-- stems with weights as they are, '=' word forms, '@' facet values, '#' the collection, '~' the tier of popularity in the collection.
CREATE TABLE search.document (
  collection text NOT NULL CHECK (length(collection) BETWEEN 1 AND 100),
  id text NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  popularity double precision NOT NULL CHECK (popularity NOT IN ('NaN', 'Infinity', '-Infinity')),
  vector tsvector NOT NULL,
  facets jsonb NOT NULL,
  numbers jsonb NOT NULL,
  PRIMARY KEY (collection, id)
);
-- Compressed vectors would have to be unpacked for each candidate.
ALTER TABLE search.document ALTER COLUMN vector SET STORAGE EXTERNAL;
CREATE INDEX document_vector ON search.document USING gin (vector);
CREATE INDEX document_popularity ON search.document (collection, popularity DESC, id);

-- What is shown. Apart from the document, so that candidates are read without it.
CREATE TABLE search.content (
  collection text NOT NULL,
  id text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (collection, id),
  FOREIGN KEY (collection, id) REFERENCES search.document ON DELETE CASCADE
);

-- In how many documents of a collection each lexeme is. Read for corrections, completions and estimates; merged by a
-- job from the changes below, so that writers of one collection never wait for each other's common words.
CREATE TABLE search.lexeme (
  collection text NOT NULL,
  lexeme text COLLATE "C" NOT NULL,
  documents bigint NOT NULL,
  -- Trigrams of Cyrillic need a locale the database may not have; one Latin character per letter needs none.
  code text GENERATED ALWAYS AS (
    translate(substr(lexeme, 2), 'абвгдежзийклмнопрстуфхцчшщъыьэюя', 'abvgdejziyklmnoprstufhc4wx5687q9')
  ) STORED,
  PRIMARY KEY (collection, lexeme)
);
CREATE INDEX lexeme_code ON search.lexeme USING gin (code gin_trgm_ops) WHERE starts_with(lexeme, '=');

CREATE TABLE search.lexeme_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collection text NOT NULL,
  lexemes text[] NOT NULL,
  amounts integer[] NOT NULL
);

-- Words that look like one of the codes. The threshold belongs to this question, not to the session.
CREATE FUNCTION search.similar_words(in_collection text, in_codes text[], in_limit integer)
RETURNS TABLE (word text, documents bigint)
LANGUAGE sql STABLE
SET pg_trgm.similarity_threshold = 0.2
AS $$
  SELECT DISTINCT found.word, found.documents
    FROM unnest(in_codes) AS asked (code)
   CROSS JOIN LATERAL (
     SELECT substr(l.lexeme, 2) AS word, l.documents
       FROM search.lexeme AS l
      WHERE l.collection = in_collection AND starts_with(l.lexeme, '=') AND l.code % asked.code
        AND length(l.code) BETWEEN length(asked.code) - 2 AND length(asked.code) + 2
      ORDER BY similarity(l.code, asked.code) DESC, l.documents DESC
      LIMIT in_limit) AS found
$$;

-- The most popular documents that fulfil a condition, with the text index whatever the estimates say: they do not know
-- what reading a vector costs, and a word of most documents would have all vectors read.
CREATE FUNCTION search.most_popular(in_condition tsquery, in_ranges jsonb, in_limit integer)
RETURNS TABLE (id text, facets jsonb, popularity double precision, vector tsvector)
LANGUAGE sql STABLE
SET enable_seqscan = off
AS $$
  SELECT d.id, d.facets, d.popularity, d.vector
    FROM search.document AS d
   WHERE d.vector @@ in_condition
     AND (in_ranges = '{}' OR NOT EXISTS (
           SELECT FROM jsonb_each(in_ranges) AS r (name, ends)
            WHERE NOT coalesce((d.numbers ->> r.name)::float8 >= coalesce((r.ends ->> 0)::float8, '-Infinity')
                           AND (d.numbers ->> r.name)::float8 <= coalesce((r.ends ->> 1)::float8, 'Infinity'), false)))
   ORDER BY d.popularity DESC, d.id
   LIMIT in_limit
$$;

CREATE FUNCTION search.matches_any(in_condition tsquery)
RETURNS boolean
LANGUAGE sql STABLE
SET enable_seqscan = off
AS $$
  SELECT EXISTS (SELECT FROM search.document AS d WHERE d.vector @@ in_condition)
$$;
