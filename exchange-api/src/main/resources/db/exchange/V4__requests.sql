-- Requests for footprints that other PACT hosts sent, as the ledger records them. What is concealed
-- on the ledger comes from its disclosures.

CREATE TABLE request (
  statement    uuid PRIMARY KEY,
  position     bigint NOT NULL UNIQUE,
  requester    text NOT NULL,
  version      text NOT NULL,
  event_id     text NOT NULL,
  source       text NOT NULL,
  criteria     jsonb NOT NULL,
  -- what it names, in lower case, to find whose inbox it belongs in
  products     text[] NOT NULL,
  companies    text[] NOT NULL,
  requested_at timestamptz NOT NULL,
  -- the newest entry that could change what answers it
  touched_at   bigint NOT NULL,
  -- the tree size for which an answer was sought last
  judged_at    bigint NOT NULL DEFAULT 0,
  -- the entry of its answer
  answered_at  bigint,
  outcome      text
);
CREATE INDEX request_due ON request (position) WHERE answered_at IS NULL AND touched_at >= judged_at;
CREATE INDEX request_pending_products ON request USING gin (products) WHERE answered_at IS NULL;
CREATE INDEX request_requester ON request (requester, position);

-- Owners who said no while others may still say yes.
CREATE TABLE request_refusal (
  request    uuid NOT NULL,
  owner      text NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (request, owner)
);

GRANT SELECT, INSERT, UPDATE ON request TO ${serviceRole};
GRANT SELECT, INSERT ON request_refusal TO ${serviceRole};

CREATE INDEX declaration_company_terms ON declaration USING gin (company_terms);

-- Who can answer a request: those who declare a product it names; where nobody does, the companies
-- it names. Names in lower case.
CREATE FUNCTION request_owners(products text[], companies text[]) RETURNS text[]
LANGUAGE sql STABLE SET search_path = exchange AS $$
  WITH declarers AS (
    SELECT DISTINCT d.issuer FROM declaration d
    WHERE d.product_terms && products
  )
  SELECT array(
    SELECT issuer FROM declarers
    UNION
    SELECT p.participant FROM participant p
    WHERE NOT EXISTS (SELECT FROM declarers) AND lower(p.participant) = ANY (companies)
    UNION
    SELECT d.issuer FROM declaration d
    WHERE NOT EXISTS (SELECT FROM declarers) AND d.company_terms && companies)
$$;
GRANT EXECUTE ON FUNCTION request_owners(text[], text[]) TO ${serviceRole};
