/** Text for people that others wrote. */
@NullMarked
package io.tanlian.contracts.text;

import org.jspecify.annotations.NullMarked;
