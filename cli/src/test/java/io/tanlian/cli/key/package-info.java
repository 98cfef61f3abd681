@NullMarked
package io.tanlian.cli.key;

import org.jspecify.annotations.NullMarked;
