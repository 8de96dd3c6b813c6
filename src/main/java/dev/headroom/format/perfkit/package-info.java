/** Reports of the Performance Toolkit for z/VM, as listings and as screens. */
@NullMarked
package dev.headroom.format.perfkit;

import org.jspecify.annotations.NullMarked;
