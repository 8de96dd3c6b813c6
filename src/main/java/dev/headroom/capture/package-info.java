/**
 * Bytes to lines: files, folders, archives, encodings, terminal recordings; where a line stands,
 * and what is wrong with it. Knows nothing of what a line means.
 */
@NullMarked
package dev.headroom.capture;

import org.jspecify.annotations.NullMarked;
