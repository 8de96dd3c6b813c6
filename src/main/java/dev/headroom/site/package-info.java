/** The site file: what captures cannot know. */
@NullMarked
package dev.headroom.site;

import org.jspecify.annotations.NullMarked;
