/** Every endpoint under odd input: nothing fails, hangs or grows. */
@NullMarked
package io.tanlian.example.battery.fuzz;

import org.jspecify.annotations.NullMarked;
