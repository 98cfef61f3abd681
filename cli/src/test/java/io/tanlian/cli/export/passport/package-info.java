@NullMarked
package io.tanlian.cli.export.passport;

import org.jspecify.annotations.NullMarked;
