/** Names of companies, products and statements, each checked by the rule of its standard. */
@NullMarked
package io.tanlian.contracts.identifier;

import org.jspecify.annotations.NullMarked;
