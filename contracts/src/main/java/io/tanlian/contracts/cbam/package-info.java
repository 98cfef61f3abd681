/**
 * What the operator of an installation tells importers under the EU's carbon border adjustment
 * mechanism, Regulation (EU) 2023/956.
 *
 * <p>The content follows Implementing Regulation (EU) 2023/1773, annex IV, section 1, made for the
 * transitional period that ended on 31 December 2025; its item letters are cited where they are
 * known. For goods imported since 2026 Implementing Regulation (EU) 2025/2547 governs methods and
 * the operator's emissions report (article 10): compare with it before relying on a sheet. Neither
 * regulation names JSON fields; the names here are ours.
 */
@NullMarked
package io.tanlian.contracts.cbam;

import org.jspecify.annotations.NullMarked;
