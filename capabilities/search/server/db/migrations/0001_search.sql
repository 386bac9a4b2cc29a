CREATE SCHEMA search;

-- What is searched. Nothing here asks the locale of the database: identifiers and lexemes compare by their bytes.
CREATE TABLE search.document (
  collection text COLLATE "C" NOT NULL CHECK (length(collection) BETWEEN 1 AND 100),
  id text COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  popularity double precision NOT NULL CHECK (popularity NOT IN ('NaN', 'Infinity', '-Infinity')),
  -- Everything a query may ask for, told apart by its first character: stems with weights as they are, '=' word forms,
  -- '+' pairs of neighbours, '@' facet values, '#' the collection, '~' and '^' the tier of popularity in the collection.
  vector tsvector NOT NULL,
  -- Words of title and keywords alone: candidates are ranked by them without unpacking the vector.
  head tsvector NOT NULL,
  facets text[] COLLATE "C" NOT NULL,
  numbers jsonb NOT NULL,
  PRIMARY KEY (collection, id)
) WITH (toast_tuple_target = 256);
-- The vector lies apart, and not compressed: rows stay narrow, and few vectors are ever read.
ALTER TABLE search.document
  ALTER COLUMN vector SET STORAGE EXTERNAL,
  ALTER COLUMN head SET STORAGE MAIN,
  ALTER COLUMN facets SET STORAGE MAIN,
  ALTER COLUMN numbers SET STORAGE MAIN;
-- Each query reads what waits to be sorted in, so little may wait.
CREATE INDEX document_vector ON search.document USING gin (vector) WITH (gin_pending_list_limit = 512);
CREATE INDEX document_popularity ON search.document (collection, popularity DESC, id);

-- What is shown. Apart from the document, so that candidates are read without it.
CREATE TABLE search.content (
  collection text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (collection, id),
  FOREIGN KEY (collection, id) REFERENCES search.document ON DELETE CASCADE
);

-- In how many documents of a collection each lexeme is (pairs apart). Read for corrections, completions and estimates;
-- merged by a job from the changes below, so that writers of one collection never wait for each other's common words.
CREATE TABLE search.lexeme (
  collection text COLLATE "C" NOT NULL,
  lexeme text COLLATE "C" NOT NULL,
  documents bigint NOT NULL,
  PRIMARY KEY (collection, lexeme)
);
-- The most frequent words that begin with one, two or three letters; longer beginnings are few enough to be sorted.
CREATE INDEX lexeme_one ON search.lexeme (collection, substr(lexeme, 1, 2), documents DESC)
  WHERE starts_with(lexeme, '=');
CREATE INDEX lexeme_two ON search.lexeme (collection, substr(lexeme, 1, 3), documents DESC)
  WHERE starts_with(lexeme, '=');
CREATE INDEX lexeme_three ON search.lexeme (collection, substr(lexeme, 1, 4), documents DESC)
  WHERE starts_with(lexeme, '=');

CREATE TABLE search.lexeme_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collection text COLLATE "C" NOT NULL,
  lexemes text[] COLLATE "C" NOT NULL,
  amounts integer[] NOT NULL
);

-- A word without up to `in_errors` of its letters, hashed: two words with so many typing errors between them meet in one.
-- For two errors the first seven letters tell enough.
CREATE FUNCTION search.variants(in_word text, in_errors integer) RETURNS integer[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
-- A million pairs are expected where there are a score: compiling for them would take a second.
SET jit = off
AS $$
  SELECT array_agg(DISTINCT hashtext((in_errors::text || shortened) COLLATE "C"))
    FROM (SELECT CASE in_errors WHEN 1 THEN in_word ELSE left(in_word, 7) END AS whole) AS taken
   CROSS JOIN LATERAL (
     SELECT whole AS shortened
     UNION ALL
     SELECT left(whole, i - 1) || substr(whole, i + 1) FROM generate_series(1, length(whole)) AS i
     UNION ALL
     SELECT left(whole, i - 1) || substr(whole, i + 1, j - i - 1) || substr(whole, j + 1)
       FROM generate_series(1, length(whole)) AS i, generate_series(i + 1, length(whole)) AS j
      WHERE in_errors = 2) AS each
$$;

-- Words that may have been meant by a mistyped one. Apart from the lexemes, whose counts change all the time.
CREATE TABLE search.word (
  collection text COLLATE "C" NOT NULL,
  word text COLLATE "C" NOT NULL,
  variants integer[] NOT NULL,
  PRIMARY KEY (collection, word)
);
CREATE INDEX word_variants ON search.word USING gin (variants) WITH (gin_pending_list_limit = 256);

-- The most popular documents that fulfil a condition, scored by their heads. With the text index whatever the estimates
-- say: they do not know what reading a vector costs, and a word of most documents would have all vectors read.
-- Scope and condition are apart so that the index walks the tiers only where the rarest word is.
CREATE FUNCTION search.most_popular(
  in_scope tsquery, in_condition tsquery, in_rank tsquery, in_ranges jsonpath, in_limit integer)
RETURNS TABLE (id text, facets text[], popularity double precision, score real)
LANGUAGE sql STABLE
SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0
SET jit = off
AS $$
  SELECT m.id, m.facets, m.popularity,
         CASE WHEN in_rank IS NULL THEN 0 ELSE ts_rank_cd(m.head, in_rank, 32) END
    FROM (SELECT d.id, d.facets, d.popularity, d.head
            FROM search.document AS d
           WHERE d.vector @@ in_scope AND d.vector @@ in_condition AND (in_ranges IS NULL OR d.numbers @@ in_ranges)
           ORDER BY d.popularity DESC, d.id
           LIMIT in_limit) AS m
$$;

CREATE FUNCTION search.matches_any(in_condition tsquery)
RETURNS boolean
LANGUAGE sql STABLE
SET enable_seqscan = off
SET jit = off
AS $$
  SELECT EXISTS (SELECT FROM search.document AS d WHERE d.vector @@ in_condition)
$$;
