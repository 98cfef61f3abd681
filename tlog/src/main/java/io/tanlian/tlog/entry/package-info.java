/** The canonical bytes of one ledger entry, whose hash is a leaf of the tree. */
@NullMarked
package io.tanlian.tlog.entry;

import org.jspecify.annotations.NullMarked;
