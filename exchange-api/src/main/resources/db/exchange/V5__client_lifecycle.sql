-- A client's secret is rotated and a client is revoked; neither is ever deleted.

ALTER TABLE oauth_client
  ADD COLUMN previous_hash  text,
  -- until when the secret before this one is taken too
  ADD COLUMN previous_until timestamptz,
  ADD COLUMN rotated_at     timestamptz,
  ADD COLUMN revoked_at     timestamptz;

GRANT UPDATE (secret_hash, previous_hash, previous_until, rotated_at, revoked_at)
  ON oauth_client TO ${serviceRole};
