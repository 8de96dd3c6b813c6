/** The texts of AIX and PowerVM tools. */
@NullMarked
package dev.headroom.format.aix;

import org.jspecify.annotations.NullMarked;
