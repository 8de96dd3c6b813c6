/** Charts as SVG. */
@NullMarked
package dev.headroom.report.chart;

import org.jspecify.annotations.NullMarked;
