@NullMarked
package io.tanlian.cli.statement;

import org.jspecify.annotations.NullMarked;
