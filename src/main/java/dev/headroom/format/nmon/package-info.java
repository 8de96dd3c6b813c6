/**
 * The files of {@code nmon} and {@code topas_nmon}: one recording of a partition, joined by mark.
 */
@NullMarked
package dev.headroom.format.nmon;

import org.jspecify.annotations.NullMarked;
