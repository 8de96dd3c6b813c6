/**
 * Rules that turn a replayed pool into findings: what is wrong, how badly, which members it costs,
 * on which lines it rests, and what to do.
 */
@NullMarked
package dev.headroom.risk;

import org.jspecify.annotations.NullMarked;
