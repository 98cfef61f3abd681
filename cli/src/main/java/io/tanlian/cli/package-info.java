/** The command line for suppliers, lead firms, auditors and operators. */
@NullMarked
package io.tanlian.cli;

import org.jspecify.annotations.NullMarked;
