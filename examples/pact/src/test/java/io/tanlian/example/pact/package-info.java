/** Tests of the node that PACT conformance tools are pointed at. */
@NullMarked
package io.tanlian.example.pact;

import org.jspecify.annotations.NullMarked;
