/**
 * Stretches of text to tables of samples: the formats and their registry, detection, names and
 * times.
 */
@NullMarked
package dev.headroom.format;

import org.jspecify.annotations.NullMarked;
