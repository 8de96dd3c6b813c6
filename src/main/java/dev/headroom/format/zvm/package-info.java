/**
 * What tools print on and for z/VM: reports of Performance Toolkit, answers of the control program.
 */
@NullMarked
package dev.headroom.format.zvm;

import org.jspecify.annotations.NullMarked;
