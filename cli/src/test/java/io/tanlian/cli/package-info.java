@NullMarked
package io.tanlian.cli;

import org.jspecify.annotations.NullMarked;
