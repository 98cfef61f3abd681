/** The figures of the declarations: computed from the inventories, never typed in. */
@NullMarked
package io.tanlian.example.battery.figure;

import org.jspecify.annotations.NullMarked;
