/** A participant with made-up footprints, for tools that test PACT conformance. */
@NullMarked
package io.tanlian.example.pact;

import org.jspecify.annotations.NullMarked;
