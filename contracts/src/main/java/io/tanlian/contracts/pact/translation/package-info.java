/**
 * Translation of footprints between PACT 3 and PACT 2.3, with a report of what was lost or assumed.
 */
@NullMarked
package io.tanlian.contracts.pact.translation;

import org.jspecify.annotations.NullMarked;
