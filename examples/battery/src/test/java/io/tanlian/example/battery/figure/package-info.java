/** Declared figures follow from the inventories. */
@NullMarked
package io.tanlian.example.battery.figure;

import org.jspecify.annotations.NullMarked;
