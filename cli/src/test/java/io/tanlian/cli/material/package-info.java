@NullMarked
package io.tanlian.cli.material;

import org.jspecify.annotations.NullMarked;
