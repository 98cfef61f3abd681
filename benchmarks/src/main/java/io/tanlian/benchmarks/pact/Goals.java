package io.tanlian.benchmarks.pact;

import io.tanlian.benchmarks.harness.Better;
import io.tanlian.benchmarks.harness.Goal;

/**
 * What the PACT API must reach.
 *
 * @param footprints of the large node
 */
record Goals(int footprints) {
  private static final String PER_SECOND = "requests/s";
  private static final String MS = "ms";
  private static final double FLAT = 1.5;
  private static final String NODE =
      "tanlian serve in a process of its own: HTTPS, access tokens, consent, a durable record of each access, limits of rates, requests not logged, all as by default; 19 of 20 footprints are visible, 18 by one owner's grant of all products, 1 by a grant of its product alone";
  private static final String PEER =
      "other: the same Tomcat, Spring MVC, TLS and virtual threads in a process of its own, the very same bodies and links rendered beforehand in its memory; no tokens, consent, database";
  private static final String CHECKED =
      "every answer is 200 and compared, to the byte, with that of a walk of all pages in which each visible footprint was there exactly once";
  private static final String PAGES = "any page of 100";
  private static final String ONE = "any of them by its id";

  Goal list() {
    return rate("list /3/footprints / a plain list in memory", 0.01, PAGES);
  }

  Goal get() {
    return rate("get /3/footprints/{id} / a plain list in memory", 0.03, ONE);
  }

  Goal listP99() {
    return p99("p99 of list at half load / of a plain list in memory", 20, PAGES);
  }

  Goal getP99() {
    return p99("p99 of get at half load / of a plain list in memory", 20, ONE);
  }

  Goal flat(String what, String read) {
    return new Goal(
        "%s among %,d footprints / among %,d".formatted(what, footprints, Servers.FEW_FOOTPRINTS),
        MS,
        Better.LOWER,
        FLAT,
        "%s; median of one caller's requests; %s; other: the same of a second node with fewer; %s"
            .formatted(read, NODE, CHECKED));
  }

  private Goal rate(String name, double reach, String read) {
    return new Goal(
        name,
        PER_SECOND,
        Better.HIGHER,
        reach,
        "%,d footprints, %s; %d connections over HTTP/1.1 that stay open, each asks again when it has its answer; %s; %s; %s"
            .formatted(footprints, read, Target.CONNECTIONS, NODE, PEER, CHECKED));
  }

  private Goal p99(String name, double reach, String read) {
    return new Goal(
        name,
        MS,
        Better.LOWER,
        reach,
        "%,d footprints, %s; open loop at half of what each side answers at most, over %d connections, timed from the planned start; %s; %s; %s"
            .formatted(footprints, read, Target.CONNECTIONS, NODE, PEER, CHECKED));
  }
}
