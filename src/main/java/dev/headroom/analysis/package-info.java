/** From paths to a report: reads, finds pools, replays them, sizes them, and judges. */
@NullMarked
package dev.headroom.analysis;

import org.jspecify.annotations.NullMarked;
