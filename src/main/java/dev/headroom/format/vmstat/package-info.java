/** The tables of {@code vmstat}, its configuration line, and the counters of {@code vmstat -v}. */
@NullMarked
package dev.headroom.format.vmstat;

import org.jspecify.annotations.NullMarked;
