package io.tanlian.cli.terminal;

import java.util.Objects;

/** A command cannot do its work; the message says why, and what to do about it. */
public final class CannotRunException extends RuntimeException {
  public CannotRunException(String message) {
    super(message);
  }

  public CannotRunException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
