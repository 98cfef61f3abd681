/** What one declaration says about a production step, as the calculation needs it. */
@NullMarked
package io.tanlian.footprint.activity;

import org.jspecify.annotations.NullMarked;
