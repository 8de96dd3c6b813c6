package dev.headroom.memory;

/** What a replay rests on. */
public enum Basis {
  /**
   * What captures show of loaned and stolen memory and of page-ins beats the model. Right only at
   * the size, weights and policies that the captures were taken at.
   */
  OBSERVED,
  /** The model alone: for a what-if at another size, weight, policy or membership. */
  MODELLED
}
