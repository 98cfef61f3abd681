@NullMarked
package io.tanlian.contracts.pact.v3;

import org.jspecify.annotations.NullMarked;
