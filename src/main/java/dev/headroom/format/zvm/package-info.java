/** What tools print on and for z/VM: reports of Performance Toolkit. */
@NullMarked
package dev.headroom.format.zvm;

import org.jspecify.annotations.NullMarked;
