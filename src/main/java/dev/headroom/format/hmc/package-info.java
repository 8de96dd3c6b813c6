/** What the hardware management console tells of its servers: answers of its commands. */
@NullMarked
package dev.headroom.format.hmc;

import org.jspecify.annotations.NullMarked;
