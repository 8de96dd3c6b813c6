/** What the reader sees: pages, charts, JSON and CSV. It lays out numbers and never finds one. */
@NullMarked
package dev.headroom.report;

import org.jspecify.annotations.NullMarked;
