-- Merchandise, promo codes, orders and payouts.

CREATE TABLE quests.merch (
  id             uuid PRIMARY KEY,
  title          jsonb NOT NULL,
  description    jsonb NOT NULL,
  price          integer NOT NULL CHECK (price >= 0),
  currency       text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
  -- What can still be promised; an unpaid order gives its part back.
  stock          integer NOT NULL CHECK (stock >= 0),
  picture_file_id uuid,
  active         boolean NOT NULL,
  vat_code       smallint NOT NULL CHECK (vat_code BETWEEN 1 AND 12),
  created_at     timestamptz NOT NULL
);

CREATE TABLE quests.promo_code (
  id          uuid PRIMARY KEY,
  -- Upper case.
  code        text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9-]{3,32}$'),
  kind        text NOT NULL CHECK (kind IN ('percent', 'amount')),
  value       integer NOT NULL CHECK (value > 0 AND (kind = 'amount' OR value <= 100)),
  currency    text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
  budget      bigint CHECK (budget > 0),
  max_uses    integer CHECK (max_uses > 0),
  per_person  integer NOT NULL CHECK (per_person > 0),
  quest_id    uuid,
  city        text,
  valid_from  timestamptz NOT NULL,
  valid_until timestamptz,
  active      boolean NOT NULL,
  used        integer NOT NULL DEFAULT 0 CHECK (used >= 0),
  spent       bigint NOT NULL DEFAULT 0 CHECK (spent >= 0),
  created_at  timestamptz NOT NULL,
  CONSTRAINT promo_within_budget CHECK (budget IS NULL OR spent <= budget),
  CONSTRAINT promo_within_uses CHECK (max_uses IS NULL OR used <= max_uses)
);

CREATE SEQUENCE quests.order_number START 1001;

CREATE TABLE quests.purchase (
  id             uuid PRIMARY KEY,
  number         bigint NOT NULL UNIQUE DEFAULT nextval('quests.order_number'),
  -- Null once the person is gone; the order itself is kept by law.
  buyer_id       uuid,
  kind           text NOT NULL CHECK (kind IN ('quest', 'merch')),
  quest_id       uuid REFERENCES quests.quest (id),
  -- Who earns from it.
  author_id      uuid,
  state          text NOT NULL CHECK (state IN ('awaiting_payment', 'paid', 'cancelled', 'refunded')),
  delivery_state text NOT NULL CHECK (delivery_state IN ('none', 'preparing', 'sent', 'delivered', 'returned')),
  delivery       jsonb,
  tracking_number text,
  total          integer NOT NULL CHECK (total >= 0),
  discount       integer NOT NULL CHECK (discount >= 0),
  credits        integer NOT NULL CHECK (credits >= 0),
  currency       text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
  promo_code_id  uuid REFERENCES quests.promo_code (id),
  payment_id     uuid,
  method         text,
  created_at     timestamptz NOT NULL,
  paid_at        timestamptz,
  closed_at      timestamptz,
  CHECK ((kind = 'quest') = (quest_id IS NOT NULL)),
  CHECK (discount + credits <= total)
);
-- A person has a quest once; giving up or a refund frees the place.
CREATE UNIQUE INDEX purchase_one_per_quest ON quests.purchase (buyer_id, quest_id)
  WHERE kind = 'quest' AND state IN ('awaiting_payment', 'paid');
CREATE INDEX purchase_buyer ON quests.purchase (buyer_id, id DESC);
CREATE INDEX purchase_promo ON quests.purchase (promo_code_id, buyer_id) WHERE promo_code_id IS NOT NULL;
CREATE INDEX purchase_unpaid ON quests.purchase (created_at) WHERE state = 'awaiting_payment';

CREATE TABLE quests.purchase_line (
  purchase_id uuid NOT NULL REFERENCES quests.purchase (id) ON DELETE CASCADE,
  item_id     uuid NOT NULL,
  title       jsonb NOT NULL,
  quantity    integer NOT NULL CHECK (quantity > 0),
  unit_price  integer NOT NULL CHECK (unit_price >= 0),
  vat_code    smallint NOT NULL CHECK (vat_code BETWEEN 1 AND 12),
  PRIMARY KEY (purchase_id, item_id)
);

CREATE TABLE quests.payout (
  id         uuid PRIMARY KEY,
  author_id  uuid NOT NULL,
  amount     integer NOT NULL CHECK (amount > 0),
  currency   text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
  state      text NOT NULL CHECK (state IN ('requested', 'paid', 'rejected')),
  note       text,
  created_at timestamptz NOT NULL,
  decided_at timestamptz
);
CREATE INDEX payout_author ON quests.payout (author_id, id DESC);
CREATE INDEX payout_state ON quests.payout (state, id DESC);
