/** What the companies sign can be taken as it is. */
@NullMarked
package io.tanlian.example.battery.statement;

import org.jspecify.annotations.NullMarked;
