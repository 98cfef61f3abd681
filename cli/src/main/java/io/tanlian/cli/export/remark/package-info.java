/** What an export lacks, and what is doubtful in it. */
@NullMarked
package io.tanlian.cli.export.remark;

import org.jspecify.annotations.NullMarked;
