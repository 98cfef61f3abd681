package io.tanlian.cli.terminal;

/** How a command ended. Scripts branch on these numbers; they never change. */
public final class ExitCode {
  /** Done, and nothing is wrong. */
  public static final int OK = 0;

  /** Done, and the answer is no: something was refused, or findings are errors. */
  public static final int REFUSED = 1;

  /** Not done: wrong usage, a file that cannot be read, an exchange that does not answer. */
  public static final int COULD_NOT_RUN = 2;

  /** The history or a receipt is not what was signed. */
  public static final int TAMPERED = 3;

  private ExitCode() {}
}
