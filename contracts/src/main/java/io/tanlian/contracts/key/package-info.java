/**
 * Signature keys of participants: public, private, and the proof of having the one for the other.
 */
@NullMarked
package io.tanlian.contracts.key;

import org.jspecify.annotations.NullMarked;
