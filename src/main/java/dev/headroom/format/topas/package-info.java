/** The screens of {@code topas -C}. */
@NullMarked
package dev.headroom.format.topas;

import org.jspecify.annotations.NullMarked;
