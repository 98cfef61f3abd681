/** Energy attribute certificates, and claims of renewable electricity that cancel them. */
@NullMarked
package io.tanlian.contracts.energy;

import org.jspecify.annotations.NullMarked;
