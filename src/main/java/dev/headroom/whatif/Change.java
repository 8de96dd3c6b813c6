package dev.headroom.whatif;

/**
 * One thing that is supposed to be otherwise. A change is a pure function: it makes a new pool and
 * a new history, and shares with the old ones what it leaves alone. It says what it supposes in a
 * sentence of {@link Situation#supposed}.
 */
public sealed interface Change
    permits Resizing,
        LoanPolicyChange,
        WeightChange,
        EntitlementChange,
        Addition,
        Removal,
        Growth,
        TimeShift,
        Failover {

  /** The pool that it changes. */
  String pool();

  /**
   * The pool as it would be.
   *
   * @param landscape all pools, since a copy or a partner may be in another
   * @throws ImpossibleChangeException where it cannot be made
   */
  Situation applyTo(Landscape landscape);
}
