/** How statements are admitted. */
@NullMarked
package io.tanlian.exchange.statement;

import org.jspecify.annotations.NullMarked;
