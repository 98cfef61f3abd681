/** Loading leaves behind what the companies need, and nothing that others can read. */
@NullMarked
package io.tanlian.example.battery.load;

import org.jspecify.annotations.NullMarked;
