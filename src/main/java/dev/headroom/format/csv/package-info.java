/** The program's own text: samples as CSV. */
@NullMarked
package dev.headroom.format.csv;

import org.jspecify.annotations.NullMarked;
