package io.tanlian.benchmarks.pact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of an answer, never changed. */
final class Body {
  private final byte[] bytes;

  Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves, to be read only: a copy of each page would be the client's main cost. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  /** Whether this holds, from there on to so far before its end, that part of another. */
  boolean holds(int before, int after, Body other, int from, int to) {
    return bytes.length == before + to - from + after
        && Arrays.equals(bytes, before, bytes.length - after, other.bytes, from, to);
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text(0, bytes.length);
  }
}
