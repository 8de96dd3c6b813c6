/**
 * Whose a capture is, and when it was taken: names and dates in file names, printed dates, the
 * clock of a capture.
 */
@NullMarked
package dev.headroom.identity;

import org.jspecify.annotations.NullMarked;
