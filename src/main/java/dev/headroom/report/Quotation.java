package dev.headroom.report;

import java.util.Optional;

/**
 * A line of an input, quoted.
 *
 * @param source the input, as given
 * @param line the line, from 1
 * @param text the line as it stands there; absent where it could not be read again
 */
public record Quotation(String source, long line, Optional<String> text) {}
