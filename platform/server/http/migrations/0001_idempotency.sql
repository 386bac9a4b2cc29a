-- Answers kept for a day so that a repeated request with the same Idempotency-Key gets the same answer.
CREATE TABLE platform.idempotency (
  -- SHA-256 over caller, method, route and the client's key: keys of different callers never meet.
  key_hash bytea PRIMARY KEY CHECK (octet_length(key_hash) = 32),
  -- Null when the caller was not signed in. Lets a person's answers be erased with the account.
  user_id uuid,
  -- SHA-256 of the request body.
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  -- Which run holds the key; a run that lost it cannot write its answer.
  claim uuid NOT NULL,
  claim_expires_at timestamptz NOT NULL,
  -- Null while running.
  status smallint CHECK (status BETWEEN 200 AND 499),
  headers jsonb,
  body text,
  expires_at timestamptz NOT NULL
);

CREATE INDEX idempotency_expiry ON platform.idempotency (expires_at);
CREATE INDEX idempotency_user ON platform.idempotency (user_id) WHERE user_id IS NOT NULL;
