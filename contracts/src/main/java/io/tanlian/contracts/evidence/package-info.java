/** What stands behind the figures of an export: ledger entries that prove them, and gaps. */
@NullMarked
package io.tanlian.contracts.evidence;

import org.jspecify.annotations.NullMarked;
