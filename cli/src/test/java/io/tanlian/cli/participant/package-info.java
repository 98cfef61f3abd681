@NullMarked
package io.tanlian.cli.participant;

import org.jspecify.annotations.NullMarked;
