/** Sizes of z/VM systems: real storage, page space, processors. */
@NullMarked
package dev.headroom.sizing.zvm;

import org.jspecify.annotations.NullMarked;
