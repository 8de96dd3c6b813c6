/**
 * The platforms' memory rules, replayed: demand tiers in, what every member gets out. Pure
 * functions of a history and of parameters; nothing here knows files or pages of a report.
 */
@NullMarked
package dev.headroom.memory;

import org.jspecify.annotations.NullMarked;
