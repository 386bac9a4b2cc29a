-- Where a document stands by its popularity, so that "this popular or more" asks the text index for two lexemes at most
-- instead of one for each tier: '>g c' for a document of collection c in group g of eight tiers or a higher one,
-- '~t c' for one in tier t or a higher one of the same group. Not SQL: that takes eight times as long for each document.
CREATE FUNCTION search.standing(in_collection text, in_popularity double precision) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  tier integer := CASE WHEN in_popularity <= 0 THEN 0
                       ELSE least(400, greatest(1, 160 + floor(4 * ln(in_popularity) / ln(2)))) END;
  lexemes text[] := '{}';
BEGIN
  FOR each IN 0..tier / 8 LOOP
    lexemes := lexemes || ('>' || each || ' ' || in_collection);
  END LOOP;
  FOR each IN tier / 8 * 8..tier LOOP
    lexemes := lexemes || ('~' || each || ' ' || in_collection);
  END LOOP;
  RETURN array_to_tsvector(lexemes);
END
$$;

-- The text index once more, with the standings; questions are answered by the first one until it is built.
CREATE INDEX document_text ON search.document USING gin (vector, search.standing(collection, popularity))
  WITH (gin_pending_list_limit = 512);
DROP INDEX search.document_vector;

-- As `most_popular`, with a scope of standings. Heads are scored without regard to how near words are to each other, in a
-- tenth of the time: in a head all of them are near.
CREATE FUNCTION search.most_popular_within(
  in_scope tsquery, in_condition tsquery, in_rank tsquery, in_ranges jsonpath, in_limit integer)
RETURNS TABLE (id text, facets text[], popularity double precision, score real)
LANGUAGE sql STABLE
SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0
SET jit = off
AS $$
  SELECT m.id, m.facets, m.popularity, CASE WHEN in_rank IS NULL THEN 0 ELSE ts_rank(m.head, in_rank, 32) END
    FROM (SELECT d.id, d.facets, d.popularity, d.head
            FROM search.document AS d
           WHERE search.standing(d.collection, d.popularity) @@ in_scope AND d.vector @@ in_condition
             AND (in_ranges IS NULL OR d.numbers @@ in_ranges)
           ORDER BY d.popularity DESC, d.id
           LIMIT in_limit) AS m
$$;

CREATE FUNCTION search.count_within(in_scope tsquery, in_condition tsquery)
RETURNS bigint
LANGUAGE sql STABLE
SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0
SET jit = off
AS $$
  SELECT count(*) FROM search.document AS d
   WHERE search.standing(d.collection, d.popularity) @@ in_scope AND d.vector @@ in_condition
$$;
