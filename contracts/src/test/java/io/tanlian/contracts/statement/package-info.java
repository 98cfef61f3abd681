@NullMarked
package io.tanlian.contracts.statement;

import org.jspecify.annotations.NullMarked;
