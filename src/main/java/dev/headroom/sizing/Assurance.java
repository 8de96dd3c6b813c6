package dev.headroom.sizing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How sure a size is that rests on working sets.
 *
 * @param breach the chance that hot demand passes the size; absent where the history cannot say
 * @param missing what is missing for a chance to be stated; empty where nothing is
 * @param historyDays how much history it rests on; absent where times are not known
 * @param drift how the level of demand changed over it
 * @param goal the goal, its horizon settled
 */
public record Assurance(
    OptionalDouble breach,
    Optional<Thinness> missing,
    OptionalDouble historyDays,
    Drift drift,
    Goal goal) {}
