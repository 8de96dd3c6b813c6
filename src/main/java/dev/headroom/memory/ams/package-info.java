/**
 * Active Memory Sharing: partitions of a pool, their tiers of demand, and the replay of what the
 * hypervisor lends and steals.
 */
@NullMarked
package dev.headroom.memory.ams;

import org.jspecify.annotations.NullMarked;
