/** {@code tanlian key}: makes and shows the keys that statements are signed with. */
@NullMarked
package io.tanlian.cli.key;

import org.jspecify.annotations.NullMarked;
