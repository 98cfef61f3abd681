/** What a witness is asked and answers (C2SP tlog-witness), and what a quorum of them is worth. */
@NullMarked
package io.tanlian.tlog.witness;

import org.jspecify.annotations.NullMarked;
