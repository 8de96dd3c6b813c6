/**
 * Sizes, spans of time, shares and plain numbers as people read and write them: one formatter and
 * one parser of each. Knows nothing of what is measured.
 */
@NullMarked
package dev.headroom.unit;

import org.jspecify.annotations.NullMarked;
