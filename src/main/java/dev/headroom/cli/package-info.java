/** The command line: options, progress, exit codes. The only package that sees all others. */
@NullMarked
package dev.headroom.cli;

import org.jspecify.annotations.NullMarked;
