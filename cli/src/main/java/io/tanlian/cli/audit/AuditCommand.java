package io.tanlian.cli.audit;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Audits an exchange. */
@Command(name = "audit")
public final class AuditCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
