CREATE SCHEMA llm;

-- Tokens of one owner on one UTC day, by what they were used for. Sums of a day are compared with the daily budget.
CREATE TABLE llm.usage (
  owner text NOT NULL,
  day date NOT NULL,
  component text NOT NULL,
  input_tokens bigint NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
  output_tokens bigint NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
  requests integer NOT NULL DEFAULT 0 CHECK (requests >= 0),
  -- Set aside for requests that are running; what a killed process had set aside stays until the day ends.
  reserved_tokens bigint NOT NULL DEFAULT 0 CHECK (reserved_tokens >= 0),
  PRIMARY KEY (owner, day, component)
);
