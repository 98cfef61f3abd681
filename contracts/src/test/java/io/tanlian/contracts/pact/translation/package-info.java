@NullMarked
package io.tanlian.contracts.pact.translation;

import org.jspecify.annotations.NullMarked;
