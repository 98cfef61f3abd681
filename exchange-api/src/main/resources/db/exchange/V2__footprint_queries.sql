-- What PACT lets a recipient filter footprints by, and what each grant opens, so that a page of a
-- list costs the same however many footprints there are. The tables below follow from the ledger:
-- they are emptied here, and the tail fills them again from its first entry.

TRUNCATE participant, declaration, consent;
DELETE FROM ledger_tail.token WHERE processor_name = 'read-models';
-- A rebuild that was stopped half-way filled tables of the old form.
DROP SCHEMA IF EXISTS exchange_rebuild CASCADE;
DELETE FROM ledger_tail.rebuild_lane WHERE tail = 'read-models';

ALTER TABLE declaration
  -- names in lower case, as PACT matches them
  ADD COLUMN product_terms   text[] NOT NULL,
  ADD COLUMN company_terms   text[] NOT NULL,
  ADD COLUMN classifications text[] NOT NULL,
  -- the stated geography and every larger place around it, in lower case
  ADD COLUMN places          text[] NOT NULL,
  -- the field of pcf that states the geography, and its value; null where it is global
  ADD COLUMN geography_field text,
  ADD COLUMN geography       text,
  ADD COLUMN cpc             text,
  ADD COLUMN created         timestamptz NOT NULL,
  ADD COLUMN valid_from      timestamptz NOT NULL,
  ADD COLUMN valid_until     timestamptz NOT NULL,
  ADD COLUMN reference_start timestamptz NOT NULL,
  ADD COLUMN reference_end   timestamptz NOT NULL;

CREATE INDEX declaration_product_terms ON declaration USING gin (product_terms);
CREATE INDEX declaration_classifications ON declaration USING gin (classifications);
CREATE INDEX declaration_created ON declaration (issuer, created);

-- Which declarations a grant of products or statements is about. Whether the grant still holds is
-- for its row to say; a grant of all products has no rows here.
CREATE TABLE granted (
  recipient   text   NOT NULL,
  declaration bigint NOT NULL,
  consent     bigint NOT NULL,
  PRIMARY KEY (recipient, declaration, consent)
);

CREATE INDEX consent_whole ON consent (recipient, grantor) WHERE products = '{*}';
CREATE INDEX consent_products ON consent USING gin (products) WHERE products <> '{*}';
CREATE INDEX consent_statements ON consent USING gin (statements);

-- Who read whose figures. Nothing but names in it; it may only grow.
CREATE TABLE access (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL DEFAULT now(),
  owner     text   NOT NULL,
  reader    text   NOT NULL,
  statement uuid   NOT NULL,
  footprint uuid   NOT NULL,
  parts     text[] NOT NULL,
  path      text   NOT NULL,
  -- the grants it rests on
  grants    uuid[] NOT NULL
);
CREATE INDEX access_owner ON access (owner, id);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON granted TO ${serviceRole};
GRANT SELECT, INSERT ON access TO ${serviceRole};
