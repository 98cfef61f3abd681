/** Whole nodes with a real database, attacked, killed and restarted. */
@NullMarked
package io.tanlian.example.battery.endtoend;

import org.jspecify.annotations.NullMarked;
