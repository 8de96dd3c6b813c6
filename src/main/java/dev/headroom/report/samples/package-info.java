/** Samples as CSV and as JSON, one a line. */
@NullMarked
package dev.headroom.report.samples;

import org.jspecify.annotations.NullMarked;
