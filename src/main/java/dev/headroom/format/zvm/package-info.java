/** Readers of z/VM text. */
@NullMarked
package dev.headroom.format.zvm;

import org.jspecify.annotations.NullMarked;
