/** Checks of one declaration against itself and against its inputs. */
@NullMarked
package io.tanlian.footprint.consistency;

import org.jspecify.annotations.NullMarked;
