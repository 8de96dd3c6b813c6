package dev.headroom.report;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What one capture gave.
 *
 * @param source the input, as given
 * @param format the format's name
 * @param subject what it is about
 * @param samples how many values were read
 * @param from the first time; absent where the capture has none
 * @param to the last time; absent where the capture has none
 */
public record InputSummary(
    String source,
    String format,
    String subject,
    long samples,
    Optional<LocalDateTime> from,
    Optional<LocalDateTime> to) {}
