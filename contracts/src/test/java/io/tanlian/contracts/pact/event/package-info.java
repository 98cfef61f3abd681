@NullMarked
package io.tanlian.contracts.pact.event;

import org.jspecify.annotations.NullMarked;
