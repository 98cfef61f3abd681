@NullMarked
package io.tanlian.cli.importing.footprint;

import org.jspecify.annotations.NullMarked;
