package io.tanlian.exchange.readmodel;

import io.tanlian.exchange.problem.LagException;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.axon.LedgerTail;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets a query read what was written before it: waits until the read models reach the head. */
@Component
public final class Freshness {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final LedgerTail tail;

  Freshness(Ledger ledger, @Qualifier("readModels") LedgerTail tail) {
    this.ledger = ledger;
    this.tail = tail;
  }

  /**
   * The tree size when this was called, which the read models have reached when it returns.
   *
   * @throws LagException if they do not reach it in time
   */
  public long awaitHead() {
    return awaitHead(tail);
  }

  /** The same for the tables that another tail keeps. */
  public long awaitHead(LedgerTail of) {
    long head = ledger.head();
    await(of, head - 1);
    return head;
  }

  /**
   * Returns when the read models have reached this entry.
   *
   * @throws LagException if they do not reach it in time
   */
  public void await(long index) {
    await(tail, index);
  }

  private static void await(LedgerTail of, long index) {
    try {
      if (of.awaitPosition(index, TIMEOUT)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new LagException("the read models have not reached entry " + index + " yet");
  }
}
