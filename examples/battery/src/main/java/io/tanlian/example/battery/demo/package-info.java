/** {@code tanlian demo}: the chain on a node of its own, from first start to audit. */
@NullMarked
package io.tanlian.example.battery.demo;

import org.jspecify.annotations.NullMarked;
