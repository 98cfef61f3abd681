-- What participants ask other hosts for, and how these answered. It does not follow from the ledger:
-- back it up with the ledger.

CREATE TABLE host_request (
  -- of the event, and of its delivery
  id          uuid PRIMARY KEY REFERENCES delivery,
  connection  uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
  -- the data of a RequestCreatedEvent, in the words of PACT v3
  criteria    text NOT NULL,
  outcome     text CHECK (outcome IN ('fulfilled', 'rejected')),
  words       text,
  answered_at timestamptz
);
CREATE INDEX host_request_connection ON host_request (connection);

GRANT SELECT, INSERT, UPDATE, DELETE ON host_request TO ${serviceRole};
