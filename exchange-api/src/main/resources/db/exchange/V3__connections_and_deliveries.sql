-- Where participants' PACT hosts are, and what is sent there. Not all of it follows from the ledger:
-- back it up with the ledger.

CREATE TABLE connection (
  id                uuid PRIMARY KEY,
  participant       text NOT NULL,
  -- https://HOST[:PORT][/PATH], in lower case up to the path, without a slash at the end
  base_url          text NOT NULL,
  versions          text[] NOT NULL,
  token_endpoint    text,
  wants_published   boolean NOT NULL,
  client_id         text NOT NULL,
  -- AES-GCM, under a key that every node derives from the log's
  client_secret     bytea NOT NULL,
  credentials_since timestamptz NOT NULL,
  fetch_every       interval,
  next_fetch_at     timestamptz,
  last_fetch_at     timestamptz,
  last_fetch        text,
  created_at        timestamptz NOT NULL,
  UNIQUE (participant, base_url)
);
CREATE INDEX connection_fetch ON connection (next_fetch_at) WHERE next_fetch_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON connection TO ${serviceRole};

-- What is to be sent, and what became of it. No figures: bodies are made from the ledger when sent.
CREATE TABLE delivery (
  id              uuid PRIMARY KEY,
  -- the order in which a host gets them
  number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  recipient       text NOT NULL,
  owner           text NOT NULL,
  connection      uuid REFERENCES connection ON DELETE SET NULL,
  kind            text NOT NULL,
  -- of the event; null for the newest the host speaks
  version         text,
  position        bigint NOT NULL,
  subjects        uuid[] NOT NULL,
  state           text NOT NULL DEFAULT 'pending',
  attempts        integer NOT NULL DEFAULT 0,
  -- when it was asked for, first or again: it is given up some days after
  asked_at        timestamptz NOT NULL,
  created_at      timestamptz NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  -- a sender has it until then
  lease_until     timestamptz,
  last_answer     text,
  ended_at        timestamptz,
  CHECK (state IN ('pending', 'delivered', 'withdrawn', 'dead'))
);
CREATE INDEX delivery_line ON delivery (connection, number) WHERE state = 'pending';
CREATE INDEX delivery_recipient ON delivery (recipient, number);
CREATE INDEX delivery_owner ON delivery (owner, number);

GRANT SELECT, INSERT, UPDATE ON delivery TO ${serviceRole};

-- Footprints that came from other hosts; follows from the ledger and its disclosures.
CREATE TABLE received (
  position     bigint PRIMARY KEY,
  statement    uuid NOT NULL UNIQUE,
  received_for text NOT NULL,
  host         text NOT NULL,
  footprint    uuid NOT NULL,
  product_ids  text[] NOT NULL,
  valid_until  timestamptz NOT NULL
);
CREATE INDEX received_receiver ON received (received_for, position);
CREATE INDEX received_products ON received USING gin (product_ids);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON received TO ${serviceRole};
