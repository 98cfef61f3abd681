/** {@code tanlian witness}: cosigns the checkpoints of logs (C2SP tlog-witness). */
@NullMarked
package io.tanlian.cli.witness;

import org.jspecify.annotations.NullMarked;
