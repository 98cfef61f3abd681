/**
 * Signed tree heads, their cosignatures by witnesses, and receipts (C2SP tlog-checkpoint,
 * tlog-cosignature, tlog-proof).
 */
@NullMarked
package io.tanlian.tlog.checkpoint;

import org.jspecify.annotations.NullMarked;
