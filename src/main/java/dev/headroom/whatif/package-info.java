/** Changes of a situation: another size, another member, another load. */
@NullMarked
package dev.headroom.whatif;

import org.jspecify.annotations.NullMarked;
