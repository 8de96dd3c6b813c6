/** {@code report.json} and the objects that other commands print. */
@NullMarked
package dev.headroom.report.json;

import org.jspecify.annotations.NullMarked;
