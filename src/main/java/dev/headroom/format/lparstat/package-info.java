/** What {@code lparstat -i} lists, and the other calls of {@code lparstat}. */
@NullMarked
package dev.headroom.format.lparstat;

import org.jspecify.annotations.NullMarked;
