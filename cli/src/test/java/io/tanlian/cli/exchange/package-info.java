@NullMarked
package io.tanlian.cli.exchange;

import org.jspecify.annotations.NullMarked;
