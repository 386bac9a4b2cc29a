CREATE SCHEMA tenants;

CREATE TABLE tenants.company (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  -- A person's own space, which nobody can join; at most one each.
  personal_of uuid UNIQUE,
  created_at timestamptz NOT NULL,
  deleted_at timestamptz
);

CREATE TABLE tenants.member (
  company_id uuid NOT NULL REFERENCES tenants.company ON DELETE CASCADE,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer')),
  joined_at timestamptz NOT NULL,
  -- When the person last chose this company to work in.
  chosen_at timestamptz,
  PRIMARY KEY (company_id, user_id)
);

CREATE INDEX member_by_person ON tenants.member (user_id);

-- Inside a company its rows are seen; a person sees the own memberships and the companies they lead to.
ALTER TABLE tenants.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.member FORCE ROW LEVEL SECURITY;
CREATE POLICY company_or_self ON tenants.member
  USING (company_id::text = current_setting('quintet.tenant', true)
      OR user_id::text = current_setting('quintet.owner', true));

ALTER TABLE tenants.company ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.company FORCE ROW LEVEL SECURITY;
CREATE POLICY company_or_member ON tenants.company
  USING (id::text = current_setting('quintet.tenant', true)
      OR EXISTS (SELECT FROM tenants.member
                  WHERE member.company_id = company.id
                    AND member.user_id::text = current_setting('quintet.owner', true)));

-- An open or used invitation; of the token only its hash is kept.
CREATE TABLE tenants.invitation (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL REFERENCES tenants.company ON DELETE CASCADE,
  email text NOT NULL CHECK (char_length(email) BETWEEN 3 AND 254),
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer')),
  token_hash bytea NOT NULL,
  invited_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- When somebody joined by it; it opens nothing any more.
  used_at timestamptz
);

-- One open invitation for an address in a company.
CREATE UNIQUE INDEX invitation_open ON tenants.invitation (company_id, email) WHERE used_at IS NULL;

ALTER TABLE tenants.invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants.invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY company ON tenants.invitation
  USING (company_id::text = current_setting('quintet.tenant', true));
