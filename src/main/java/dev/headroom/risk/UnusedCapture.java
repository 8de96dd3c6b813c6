package dev.headroom.risk;

/**
 * A capture about a member of the pool that the history could not use.
 *
 * @param source the input, as given
 * @param member the partition that it is about
 * @param reason why, as the end of a sentence: {@code it carries no times}
 */
public record UnusedCapture(String source, String member, String reason) {}
