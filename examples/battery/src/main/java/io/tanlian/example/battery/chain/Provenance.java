package io.tanlian.example.battery.chain;

/** Something in the data that says where its figure comes from. */
public interface Provenance {
  String source();

  Mark mark();
}
