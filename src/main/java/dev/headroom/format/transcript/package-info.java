/** What stands around captures in a session: prompts, echoed commands, banners, dates. */
@NullMarked
package dev.headroom.format.transcript;

import org.jspecify.annotations.NullMarked;
