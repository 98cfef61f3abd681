/** Claims of material that the tests publish. */
@NullMarked
package io.tanlian.example.battery.material;

import org.jspecify.annotations.NullMarked;
