package io.tanlian.example.battery.chain;

import java.math.BigDecimal;
import java.util.Map;

/** Atomic masses of the metals, in g/mol. */
public record AtomicMasses(String source, Mark mark, String unit, Map<String, BigDecimal> values)
    implements Provenance {}
