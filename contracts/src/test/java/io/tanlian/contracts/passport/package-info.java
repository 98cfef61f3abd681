@NullMarked
package io.tanlian.contracts.passport;

import org.jspecify.annotations.NullMarked;
