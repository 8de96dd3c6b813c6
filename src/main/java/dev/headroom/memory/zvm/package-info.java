/**
 * z/VM: guests of a system, their tiers of demand, and the replay of what the control program pages
 * out.
 */
@NullMarked
package dev.headroom.memory.zvm;

import org.jspecify.annotations.NullMarked;
