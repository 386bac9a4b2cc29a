-- One answer each: figures only, no words. Kept when the conversation goes.
CREATE TABLE assistants.usage_entry (
  -- The answer's message.
  id uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  -- Null: the account is gone.
  user_id uuid,
  role_name text NOT NULL,
  conversation_id uuid NOT NULL,
  used_on date NOT NULL,
  -- `provider:model`; null: without a language model.
  model text,
  input_tokens bigint NOT NULL CHECK (input_tokens >= 0),
  output_tokens bigint NOT NULL CHECK (output_tokens >= 0),
  -- Millionths of the currency.
  cost_micros bigint NOT NULL CHECK (cost_micros >= 0),
  latency_ms integer NOT NULL CHECK (latency_ms >= 0),
  tool_names text[] NOT NULL,
  useful boolean,
  reasons text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL
);

CREATE INDEX usage_entry_by_day ON assistants.usage_entry (tenant_id, used_on);
CREATE INDEX usage_entry_by_user ON assistants.usage_entry (tenant_id, user_id, used_on);

-- The subject is the company itself, a member, or the nil id for every member without a budget of their own.
CREATE TABLE assistants.budget (
  tenant_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  tokens_per_day bigint CHECK (tokens_per_day >= 0),
  cost_micros_per_month bigint CHECK (cost_micros_per_month >= 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subject_id)
);

-- What counts against budgets: used, and reserved by answers that run. The subject is the company or a member.
CREATE TABLE assistants.spending (
  tenant_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  spent_on date NOT NULL,
  tokens bigint NOT NULL CHECK (tokens >= 0),
  cost_micros bigint NOT NULL CHECK (cost_micros >= 0),
  PRIMARY KEY (tenant_id, subject_id, spent_on)
);

ALTER TABLE assistants.usage_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.usage_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.usage_entry
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.budget ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.budget FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.budget
  USING (tenant_id::text = current_setting('quintet.tenant', true));

ALTER TABLE assistants.spending ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistants.spending FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON assistants.spending
  USING (tenant_id::text = current_setting('quintet.tenant', true));
