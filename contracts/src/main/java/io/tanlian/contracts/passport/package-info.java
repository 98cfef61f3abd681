/**
 * The carbon footprint and recycled content of a battery passport.
 *
 * <p>Attributes are those of DIN DKE SPEC 99100:2025-02, cited by clause. The SPEC gives them
 * English titles; their names in JSON are those of the Battery Pass data model 1.2.0, which cites
 * the same clauses. Names the data model does not have are marked where they stand.
 */
@NullMarked
package io.tanlian.contracts.passport;

import org.jspecify.annotations.NullMarked;
