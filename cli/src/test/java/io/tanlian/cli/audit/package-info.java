@NullMarked
package io.tanlian.cli.audit;

import org.jspecify.annotations.NullMarked;
