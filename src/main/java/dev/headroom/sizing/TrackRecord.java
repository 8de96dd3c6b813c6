package dev.headroom.sizing;

/**
 * How the advice of a report would have done on the pool's own history: at the end of every horizon
 * it is given anew from all that is known by then, and the next horizon judges it.
 *
 * @param periods how many horizons were judged
 * @param exceeded in how many of them demand passed the advised size at least once
 * @param goal the horizon, and the probability that the advice was asked for
 */
public record TrackRecord(int periods, int exceeded, Goal goal) {}
