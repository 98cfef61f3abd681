@NullMarked
package io.tanlian.example.battery;

import org.jspecify.annotations.NullMarked;
