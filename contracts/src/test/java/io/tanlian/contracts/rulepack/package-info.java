@NullMarked
package io.tanlian.contracts.rulepack;

import org.jspecify.annotations.NullMarked;
