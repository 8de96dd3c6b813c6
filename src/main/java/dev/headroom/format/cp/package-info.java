/** Answers of the control program of z/VM to QUERY and INDICATE. */
@NullMarked
package dev.headroom.format.cp;

import org.jspecify.annotations.NullMarked;
