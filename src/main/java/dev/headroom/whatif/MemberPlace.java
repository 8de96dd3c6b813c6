package dev.headroom.whatif;

/**
 * Which member of which pool.
 *
 * @param pool the pool's name
 * @param member the member's name
 */
public record MemberPlace(String pool, String member) {}
