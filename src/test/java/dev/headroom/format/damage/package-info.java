/** Damages captures in every way that copies, terminals and disks do, and judges what is read. */
package dev.headroom.format.damage;
