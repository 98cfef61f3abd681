package io.tanlian.example.battery.chain;

/** How a figure is known. */
public enum Mark {
  /** Seen in a source's text or data file. */
  T,
  /** Quoted by a secondary source. */
  S,
  /** General knowledge or an assumption, to be checked before anyone relies on it. */
  K
}
