package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.IdentityCode;
import java.util.Optional;

/** Where material is followed from. */
public sealed interface MaterialStart {

  /**
   * What a statement brought.
   *
   * @param lot one of its batches; all of them if empty
   */
  record Brought(StatementId statement, Optional<String> lot) implements MaterialStart {}

  /** A battery, wherever it stands. */
  record Battery(IdentityCode identity) implements MaterialStart {}
}
