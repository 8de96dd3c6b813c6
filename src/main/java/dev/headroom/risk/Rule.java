package dev.headroom.risk;

import java.util.List;

/**
 * Looks for one thing in a pool. Rules have no state: the same case gives the same findings.
 *
 * @param <C> the case of the memory systems that it understands
 */
public interface Rule<C extends PoolCase> {
  /** The stable id, such as {@code physical-overcommitment}. */
  String id();

  /** The limits that it judges by. */
  List<Threshold> thresholds();

  /**
   * What it finds, in any order. Where an input is missing, a finding says what, and what it would
   * take.
   */
  List<Finding> judge(C pool);

  /** A finding that something could not be judged. */
  default Finding unknown(PoolCase pool, String title, String advice) {
    return new Finding(id(), Severity.UNKNOWN, pool.name(), title, advice, List.of());
  }
}
