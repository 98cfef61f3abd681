@NullMarked
package io.tanlian.contracts.pact.v2;

import org.jspecify.annotations.NullMarked;
