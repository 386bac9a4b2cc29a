CREATE SCHEMA payments;

-- The truth about payments: facts, only ever added. No personal data: who pays is in payment_party.
CREATE TABLE payments.payment_event (
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  kind text NOT NULL,
  data jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT payment_event_version UNIQUE (payment_id, version)
);

CREATE FUNCTION payments.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END $$;

CREATE TRIGGER payment_event_append_only BEFORE UPDATE OR DELETE ON payments.payment_event
  FOR EACH ROW EXECUTE FUNCTION payments.refuse_change();
CREATE TRIGGER payment_event_no_truncate BEFORE TRUNCATE ON payments.payment_event
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON payments.payment_event FROM CURRENT_USER;

-- Derived from payment_event in the same transaction; `payments rebuild` makes it anew.
CREATE TABLE payments.payment (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  purpose text NOT NULL CHECK (length(purpose) <= 100),
  subject_id uuid NOT NULL,
  provider text NOT NULL CHECK (provider IN ('yookassa', 'stripe', 'sandbox')),
  provider_id text,
  provider_created_at timestamptz,
  method text CHECK (method IN ('bank_card', 'sbp')),
  flow text NOT NULL CHECK (flow IN ('hold', 'charge')),
  status text NOT NULL CHECK (status IN ('created', 'pending', 'held', 'succeeded', 'canceled')),
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
  captured bigint NOT NULL CHECK (captured BETWEEN 0 AND amount),
  refunded bigint NOT NULL,
  confirmation_url text,
  cancellation_reason text,
  canceling boolean NOT NULL,
  mismatched boolean NOT NULL,
  expires_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK (refunded BETWEEN 0 AND captured),
  CHECK (status = 'succeeded' OR captured = 0)
);
-- One live payment of a thing. What is on its way out, or back with its payer in full, makes room for another.
CREATE UNIQUE INDEX payment_live ON payments.payment (purpose, subject_id)
  WHERE NOT canceling AND (status IN ('created', 'pending', 'held') OR (status = 'succeeded' AND refunded < captured));
CREATE UNIQUE INDEX payment_provider_id ON payments.payment (provider, provider_id);
CREATE INDEX payment_subject ON payments.payment (purpose, subject_id, created_at DESC);
CREATE INDEX payment_created ON payments.payment (created_at DESC, id DESC);
CREATE INDEX payment_provider_created ON payments.payment (provider, provider_created_at);

CREATE TABLE payments.refund (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments.payment,
  refund_key text NOT NULL CHECK (length(refund_key) <= 200),
  provider text NOT NULL,
  provider_id text,
  provider_created_at timestamptz,
  amount bigint NOT NULL CHECK (amount > 0),
  status text NOT NULL CHECK (status IN ('requested', 'pending', 'succeeded', 'canceled')),
  reason text NOT NULL,
  cancellation_reason text,
  created_at timestamptz NOT NULL,
  UNIQUE (payment_id, refund_key)
);
CREATE UNIQUE INDEX refund_provider_id ON payments.refund (provider, provider_id);

-- Who pays; null once the account was erased. The only link between money and a person.
CREATE TABLE payments.payment_party (
  payment_id uuid PRIMARY KEY,
  payer_id uuid
);
CREATE INDEX payment_party_payer ON payments.payment_party (payer_id, payment_id DESC);

CREATE TABLE payments.payer_contact (
  payer_id uuid PRIMARY KEY,
  receipt_email text NOT NULL CHECK (length(receipt_email) BETWEEN 3 AND 254)
);

-- When somebody must look at a payment again, whatever webhooks say.
CREATE TABLE payments.watch (
  payment_id uuid PRIMARY KEY,
  next_look_at timestamptz NOT NULL,
  looks integer NOT NULL DEFAULT 0
);
CREATE INDEX watch_due ON payments.watch (next_look_at);

CREATE TABLE payments.webhook (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  dedupe_key text NOT NULL CHECK (length(dedupe_key) <= 200),
  event text NOT NULL,
  object_id text NOT NULL,
  body jsonb NOT NULL,
  deliveries integer NOT NULL DEFAULT 1,
  received_at timestamptz NOT NULL,
  UNIQUE (provider, dedupe_key)
);
CREATE INDEX webhook_received ON payments.webhook (received_at);

-- The built-in provider for development: what a bank would keep.
CREATE TABLE payments.sandbox_payment (
  id uuid PRIMARY KEY,
  idempotence_key text NOT NULL UNIQUE,
  reference uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'held', 'succeeded', 'canceled')),
  amount bigint NOT NULL CHECK (amount > 0),
  currency text NOT NULL,
  captured bigint NOT NULL DEFAULT 0,
  two_stage boolean NOT NULL,
  method text,
  description text NOT NULL,
  return_path text NOT NULL,
  reason text,
  expires_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX sandbox_payment_created ON payments.sandbox_payment (created_at);

CREATE TABLE payments.sandbox_refund (
  id uuid PRIMARY KEY,
  idempotence_key text NOT NULL UNIQUE,
  payment_id uuid NOT NULL REFERENCES payments.sandbox_payment,
  reference uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  created_at timestamptz NOT NULL
);
CREATE INDEX sandbox_refund_created ON payments.sandbox_refund (created_at);

CREATE TABLE payments.ledger_account (
  name text NOT NULL CHECK (length(name) BETWEEN 3 AND 200),
  currency text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (name, currency)
);

CREATE TABLE payments.ledger_transaction (
  id uuid PRIMARY KEY,
  posting_key text NOT NULL UNIQUE CHECK (length(posting_key) <= 200),
  kind text NOT NULL CHECK (length(kind) <= 100),
  currency text NOT NULL,
  subject_id text CHECK (length(subject_id) <= 200),
  reason text CHECK (length(reason) <= 500),
  posted_at timestamptz NOT NULL
);

CREATE TABLE payments.ledger_entry (
  id uuid PRIMARY KEY,
  transaction_id uuid NOT NULL REFERENCES payments.ledger_transaction,
  account text NOT NULL,
  currency text NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  FOREIGN KEY (account, currency) REFERENCES payments.ledger_account
);
CREATE INDEX ledger_entry_transaction ON payments.ledger_entry (transaction_id);
CREATE INDEX ledger_entry_account ON payments.ledger_entry (account, id DESC);

-- Sums of entries, kept in the transaction that adds them; accounts of persons and budgets never go below zero.
CREATE TABLE payments.ledger_balance (
  account text NOT NULL,
  currency text NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (account, currency),
  FOREIGN KEY (account, currency) REFERENCES payments.ledger_account,
  CONSTRAINT ledger_balance_covered CHECK (amount >= 0 OR account !~ '^(user|promo):')
);

CREATE FUNCTION payments.check_zero_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_id uuid := coalesce(to_jsonb(NEW) ->> 'transaction_id', to_jsonb(NEW) ->> 'id')::uuid;
  total numeric;
  legs integer;
BEGIN
  SELECT coalesce(sum(amount), 0), count(*) INTO total, legs
    FROM payments.ledger_entry WHERE transaction_id = owner_id;
  IF total <> 0 OR legs < 2 THEN
    RAISE EXCEPTION 'ledger transaction % sums to % over % legs', owner_id, total, legs
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_zero_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_zero_sum AFTER INSERT ON payments.ledger_transaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments.check_zero_sum();
CREATE CONSTRAINT TRIGGER ledger_entry_zero_sum AFTER INSERT ON payments.ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments.check_zero_sum();

CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE ON payments.ledger_transaction
  FOR EACH ROW EXECUTE FUNCTION payments.refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON payments.ledger_entry
  FOR EACH ROW EXECUTE FUNCTION payments.refuse_change();
CREATE TRIGGER ledger_transaction_no_truncate BEFORE TRUNCATE ON payments.ledger_transaction
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON payments.ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON payments.ledger_entry FROM CURRENT_USER;

CREATE TABLE payments.reconciliation_report (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  day date NOT NULL,
  payments_checked integer NOT NULL,
  refunds_checked integer NOT NULL,
  differences integer NOT NULL,
  finished_at timestamptz NOT NULL,
  UNIQUE (provider, day)
);

CREATE TABLE payments.reconciliation_difference (
  id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES payments.reconciliation_report ON DELETE CASCADE,
  object text NOT NULL CHECK (object IN ('payment', 'refund')),
  kind text NOT NULL CHECK (kind IN ('missing_here', 'missing_there', 'amount', 'status')),
  provider_id text NOT NULL,
  payment_id uuid,
  ours text,
  theirs text
);
CREATE INDEX reconciliation_difference_report ON payments.reconciliation_difference (report_id, id);
