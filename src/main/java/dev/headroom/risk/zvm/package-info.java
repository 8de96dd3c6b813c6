/** Rules for z/VM systems. */
@NullMarked
package dev.headroom.risk.zvm;

import org.jspecify.annotations.NullMarked;
