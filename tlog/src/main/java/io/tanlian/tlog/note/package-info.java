/** Signed notes (C2SP signed-note): text with signatures by named keys. */
@NullMarked
package io.tanlian.tlog.note;

import org.jspecify.annotations.NullMarked;
