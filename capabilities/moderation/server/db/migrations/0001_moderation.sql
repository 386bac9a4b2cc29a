CREATE SCHEMA moderation;

CREATE TABLE moderation.case_file (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_]*$' AND length(kind) <= 80),
  subject_id text NOT NULL CHECK (length(subject_id) BETWEEN 1 AND 200),
  -- Null: made by the program, or the person was erased.
  author_id uuid,
  status text NOT NULL CHECK (status IN ('open', 'claimed', 'approved', 'rejected', 'withdrawn')),
  flags jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(flags) = 'array'),
  reports integer NOT NULL DEFAULT 0 CHECK (reports >= 0),
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  claimed_by uuid,
  claimed_at timestamptz,
  claim_expires_at timestamptz,
  closed_at timestamptz,
  reason_code text,
  note text CHECK (length(note) <= 2000),
  -- Null also after the moderator was erased.
  decided_by uuid,
  CHECK ((status = 'claimed') = (claim_expires_at IS NOT NULL)),
  CHECK ((status = 'claimed') = (claimed_by IS NOT NULL)),
  CHECK ((status IN ('approved', 'rejected', 'withdrawn')) = (closed_at IS NOT NULL)),
  CHECK ((status IN ('approved', 'rejected')) = (reason_code IS NOT NULL))
);
-- One unfinished case of a subject: the second opener adds to the first.
CREATE UNIQUE INDEX case_file_unfinished ON moderation.case_file (kind, subject_id)
  WHERE status IN ('open', 'claimed');
CREATE INDEX case_file_due ON moderation.case_file (kind, due_at, id) WHERE status IN ('open', 'claimed');
CREATE INDEX case_file_list ON moderation.case_file (due_at, id);
CREATE INDEX case_file_closed ON moderation.case_file (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_file_author ON moderation.case_file (author_id);
CREATE INDEX case_file_claimed_by ON moderation.case_file (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX case_file_decided_by ON moderation.case_file (decided_by) WHERE decided_by IS NOT NULL;

-- Only ever appended to; erasing a person empties `actor_id` and their comments.
CREATE TABLE moderation.case_history (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES moderation.case_file ON DELETE CASCADE,
  happened_at timestamptz NOT NULL,
  act text NOT NULL CHECK (
    act IN ('opened', 'flagged', 'reported', 'claimed', 'released', 'approved', 'rejected', 'withdrawn')
  ),
  actor_id uuid,
  reason_code text,
  note text CHECK (length(note) <= 2000)
);
CREATE INDEX case_history_case ON moderation.case_history (case_id, happened_at, id);
CREATE INDEX case_history_actor ON moderation.case_history (actor_id) WHERE actor_id IS NOT NULL;

CREATE TABLE moderation.case_report (
  case_id uuid NOT NULL REFERENCES moderation.case_file ON DELETE CASCADE,
  reporter_id uuid NOT NULL,
  note text CHECK (length(note) <= 2000),
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, reporter_id)
);
CREATE INDEX case_report_reporter ON moderation.case_report (reporter_id);

CREATE TABLE moderation.reason_template (
  id uuid PRIMARY KEY,
  -- `*`: for every kind.
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 80),
  locale text NOT NULL CHECK (locale IN ('ru', 'en')),
  code text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  decision text NOT NULL CHECK (decision IN ('approve', 'reject')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  UNIQUE (kind, locale, code)
);

CREATE TABLE moderation.image_block (
  id uuid PRIMARY KEY,
  image_hash bigint NOT NULL UNIQUE,
  -- Of the picture seen in a mirror; null when its bytes were gone.
  mirrored_hash bigint,
  -- The case whose decision blocked it.
  case_id uuid REFERENCES moderation.case_file ON DELETE SET NULL,
  blocked_by uuid,
  blocked_at timestamptz NOT NULL
);


-- What inspections learn of an author: how many texts, since when, how many were rejected.
CREATE TABLE moderation.author (
  author_id uuid PRIMARY KEY,
  texts integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  first_seen_at timestamptz NOT NULL
);

CREATE TABLE moderation.text_signature (
  kind text NOT NULL,
  subject_id text NOT NULL,
  author_id uuid NOT NULL,
  simhash bigint NOT NULL,
  band_0 integer NOT NULL,
  band_1 integer NOT NULL,
  band_2 integer NOT NULL,
  band_3 integer NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (kind, subject_id)
);
CREATE INDEX text_signature_band_0 ON moderation.text_signature (kind, band_0);
CREATE INDEX text_signature_band_1 ON moderation.text_signature (kind, band_1);
CREATE INDEX text_signature_band_2 ON moderation.text_signature (kind, band_2);
CREATE INDEX text_signature_band_3 ON moderation.text_signature (kind, band_3);
CREATE INDEX text_signature_author ON moderation.text_signature (author_id);
CREATE INDEX text_signature_seen ON moderation.text_signature (seen_at);

CREATE TABLE moderation.rating (
  target_id text NOT NULL CHECK (length(target_id) BETWEEN 1 AND 200),
  author_id uuid NOT NULL,
  stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  rated_at timestamptz NOT NULL,
  PRIMARY KEY (target_id, author_id)
);
CREATE INDEX rating_recent ON moderation.rating (target_id, rated_at);
CREATE INDEX rating_author ON moderation.rating (author_id);
CREATE INDEX rating_age ON moderation.rating (rated_at);

INSERT INTO moderation.reason_template (id, kind, locale, code, decision, title, body) VALUES
  (gen_random_uuid(), '*', 'ru', 'fine', 'approve', 'Всё в порядке', 'Проверено: правила соблюдены.'),
  (gen_random_uuid(), '*', 'en', 'fine', 'approve', 'All is well', 'Checked: it keeps the rules.'),
  (gen_random_uuid(), '*', 'ru', 'profanity', 'reject', 'Брань', 'В тексте есть брань или оскорбления. Перепишите его спокойнее и отправьте снова.'),
  (gen_random_uuid(), '*', 'en', 'profanity', 'reject', 'Foul language', 'The text swears or insults. Please rewrite it calmly and send it again.'),
  (gen_random_uuid(), '*', 'ru', 'spam', 'reject', 'Реклама', 'Это реклама или сообщение, не относящееся к делу.'),
  (gen_random_uuid(), '*', 'en', 'spam', 'reject', 'Advertising', 'This is advertising, or has nothing to do with the subject.'),
  (gen_random_uuid(), '*', 'ru', 'contacts', 'reject', 'Контакты и личные данные', 'Уберите телефоны, адреса и другие личные данные.'),
  (gen_random_uuid(), '*', 'en', 'contacts', 'reject', 'Contacts and personal data', 'Please take out telephone numbers, addresses and other personal data.'),
  (gen_random_uuid(), '*', 'ru', 'duplicate', 'reject', 'Повтор', 'Такой же текст уже опубликован.'),
  (gen_random_uuid(), '*', 'en', 'duplicate', 'reject', 'Duplicate', 'The same text has been published already.'),
  (gen_random_uuid(), '*', 'ru', 'image', 'reject', 'Недопустимое изображение', 'Изображение нельзя публиковать по правилам сервиса.'),
  (gen_random_uuid(), '*', 'en', 'image', 'reject', 'Unacceptable picture', 'The rules do not allow this picture.'),
  (gen_random_uuid(), '*', 'ru', 'incomplete', 'reject', 'Нужно доработать', 'Не хватает сведений. Дополните и отправьте на проверку ещё раз.'),
  (gen_random_uuid(), '*', 'en', 'incomplete', 'reject', 'Needs more work', 'Something is missing. Complete it and send it for review again.');
