@NullMarked
package io.tanlian.cli.connection;

import org.jspecify.annotations.NullMarked;
