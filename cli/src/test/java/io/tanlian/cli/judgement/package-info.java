@NullMarked
package io.tanlian.cli.judgement;

import org.jspecify.annotations.NullMarked;
