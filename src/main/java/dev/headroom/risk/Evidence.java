package dev.headroom.risk;

/**
 * A line that a finding rests on.
 *
 * @param source the input, as given
 * @param line the line, from 1
 */
public record Evidence(String source, long line) {}
