package dev.headroom.sizing;

/**
 * How advice like that of a report would have done on the pool's own history: at the end of every
 * horizon it was given anew from all that was known by then, and judged by the horizon after it.
 *
 * @param periods how many horizons were judged
 * @param exceeded in how many of them demand passed the advised size at least once
 * @param goal the horizon, and the probability that the advice was asked for
 */
public record TrackRecord(int periods, int exceeded, Goal goal) {}
