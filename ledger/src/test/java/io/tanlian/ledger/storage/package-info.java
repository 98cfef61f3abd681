@NullMarked
package io.tanlian.ledger.storage;

import org.jspecify.annotations.NullMarked;
