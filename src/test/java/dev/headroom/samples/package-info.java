/** Makes the larger sample, so that anyone can make it again and see what is in it. */
@NullMarked
package dev.headroom.samples;

import org.jspecify.annotations.NullMarked;
