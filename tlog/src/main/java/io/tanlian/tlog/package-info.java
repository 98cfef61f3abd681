/**
 * The Merkle tree of a transparency log (RFC 6962, RFC 9162), its proofs and its tiles (C2SP
 * tlog-tiles).
 */
@NullMarked
package io.tanlian.tlog;

import org.jspecify.annotations.NullMarked;
