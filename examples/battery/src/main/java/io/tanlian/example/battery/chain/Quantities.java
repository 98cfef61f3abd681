package io.tanlian.example.battery.chain;

import java.util.Optional;

/** Where the amounts of an inventory come from. */
public record Quantities(String source, Mark mark, Optional<String> why) implements Provenance {}
