/** Keys are made once and kept from others' eyes. */
@NullMarked
package io.tanlian.example.battery.key;

import org.jspecify.annotations.NullMarked;
