-- What the service keeps beside the ledger. Everything but oauth_client follows from the ledger's
-- entries and can be rebuilt from them.

CREATE TABLE oauth_client (
  client_id   text PRIMARY KEY,
  secret_hash text NOT NULL,
  participant text NOT NULL,
  role        text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX oauth_client_participant ON oauth_client (participant);

CREATE TABLE participant (
  participant text PRIMARY KEY,
  name        text NOT NULL,
  roles       text[] NOT NULL,
  position    bigint NOT NULL
);

CREATE TABLE declaration (
  position    bigint PRIMARY KEY,
  statement   uuid NOT NULL UNIQUE,
  issuer      text NOT NULL,
  footprint   uuid NOT NULL UNIQUE,
  product_ids text[] NOT NULL,
  company_ids text[] NOT NULL,
  status      text NOT NULL,
  -- the entry that superseded or withdrew it
  ended_at    bigint
);
CREATE INDEX declaration_issuer ON declaration (issuer, position);
CREATE INDEX declaration_products ON declaration USING gin (product_ids);

-- A grant on the ledger, as the service applies it.
CREATE TABLE consent (
  position     bigint PRIMARY KEY,
  statement    uuid NOT NULL UNIQUE,
  grantor      text NOT NULL,
  recipient    text NOT NULL,
  products     text[] NOT NULL,
  statements   uuid[] NOT NULL,
  parts        text[] NOT NULL,
  valid_until  timestamptz NOT NULL,
  -- the entry that withdrew it
  withdrawn_at bigint
);
CREATE INDEX consent_recipient ON consent (recipient, grantor);

GRANT USAGE ON SCHEMA exchange TO ${serviceRole};
GRANT SELECT, INSERT ON oauth_client TO ${serviceRole};
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON participant, declaration, consent TO ${serviceRole};
