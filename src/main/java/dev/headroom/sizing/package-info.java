/**
 * How big a pool should be: candidate sizes, the curve of size against risk, and a recommendation
 * that states its own chance of being wrong.
 */
@NullMarked
package dev.headroom.sizing;

import org.jspecify.annotations.NullMarked;
