package dev.headroom.sizing;

import java.util.OptionalDouble;

/**
 * How sure a size is by the record law.
 *
 * @param law the law for the history
 * @param breach the chance that demand passes the size; absent where the history cannot say
 * @param goal what was asked for
 */
public record Assurance(RecordLaw law, OptionalDouble breach, Goal goal) {}
