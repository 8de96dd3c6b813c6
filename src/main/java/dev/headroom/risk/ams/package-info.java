/** Rules for pools of Active Memory Sharing. */
@NullMarked
package dev.headroom.risk.ams;

import org.jspecify.annotations.NullMarked;
