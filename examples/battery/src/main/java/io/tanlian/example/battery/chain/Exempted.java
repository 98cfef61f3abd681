package io.tanlian.example.battery.chain;

import java.math.BigDecimal;

/** What a step leaves out, in per cent of its footprint. */
public record Exempted(BigDecimal percent, String why, String source, Mark mark)
    implements Provenance {}
