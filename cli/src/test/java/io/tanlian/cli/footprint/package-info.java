@NullMarked
package io.tanlian.cli.footprint;

import org.jspecify.annotations.NullMarked;
