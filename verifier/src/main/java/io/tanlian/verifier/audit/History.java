package io.tanlian.verifier.audit;

import java.util.List;

/**
 * The copied history.
 *
 * @param tree over the hashes of the entries' own bytes
 * @param tampering what disagrees within it, with the signed root included
 */
record History(RebuiltTree tree, List<Tampering> tampering) {}
