@NullMarked
package io.tanlian.cli.export.cbam;

import org.jspecify.annotations.NullMarked;
