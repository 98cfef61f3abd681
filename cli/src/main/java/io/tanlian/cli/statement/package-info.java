/**
 * {@code tanlian sign}, {@code publish} and {@code statement}: statements and their publication.
 */
@NullMarked
package io.tanlian.cli.statement;

import org.jspecify.annotations.NullMarked;
