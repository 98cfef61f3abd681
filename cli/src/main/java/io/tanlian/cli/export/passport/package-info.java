/** From the answers of an exchange to a battery passport, and its spreadsheet. */
@NullMarked
package io.tanlian.cli.export.passport;

import org.jspecify.annotations.NullMarked;
