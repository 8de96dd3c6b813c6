/** The global report of {@code svmon -G}. */
@NullMarked
package dev.headroom.format.svmon;

import org.jspecify.annotations.NullMarked;
