/** The keys of the fictional companies, made on this machine. */
@NullMarked
package io.tanlian.example.battery.key;

import org.jspecify.annotations.NullMarked;
