/**
 * What a capture says, without what it looked like: subjects, metrics, and columns of primitive
 * times and values. Every other package shares this one; it knows none of them.
 */
@NullMarked
package dev.headroom.series;

import org.jspecify.annotations.NullMarked;
