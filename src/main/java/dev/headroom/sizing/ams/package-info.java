/** What partitions need without their pool. */
@NullMarked
package dev.headroom.sizing.ams;

import org.jspecify.annotations.NullMarked;
