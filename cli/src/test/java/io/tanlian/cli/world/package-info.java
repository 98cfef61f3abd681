/** A small exchange over real HTTPS with a real log, and a shell to run commands in. */
@NullMarked
package io.tanlian.cli.world;

import org.jspecify.annotations.NullMarked;
