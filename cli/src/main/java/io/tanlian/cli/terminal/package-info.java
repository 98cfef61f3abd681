/** What a command says and how it ends: plain words for people, JSON for programs, exit codes. */
@NullMarked
package io.tanlian.cli.terminal;

import org.jspecify.annotations.NullMarked;
