@NullMarked
package io.tanlian.cli.receipt;

import org.jspecify.annotations.NullMarked;
