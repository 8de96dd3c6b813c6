package dev.headroom.sizing;

import dev.headroom.memory.zvm.ZvmNeeds;

/**
 * A size of real memory by the working sets of the guests that share it. Bytes.
 *
 * @param needs what the system needs
 * @param step what comes on top of the minimum
 * @param sizes the sizes, before they are rounded up
 * @param decided what decided the size advised
 * @param assurance how sure it is
 */
public record WorkingSetBasis(
    ZvmNeeds needs, Step step, PoolSizes sizes, Decided decided, Assurance assurance)
    implements SizeBasis {

  /** What decided the size advised. */
  public enum Decided {
    /** The minimum, and the largest step of one guest. */
    STEP,
    /** The chance that was wanted asks for more than that. */
    CHANCE,
    /** The working sets of all busy guests: more is never of use. */
    WORKING_SETS,
    /** Page reads of busy guests at the size of the captures. */
    PRESSURE,
    /** All that guests define: no size is above it. */
    DEFINED
  }

  /**
   * What comes on top of the minimum.
   *
   * @param guest the guest with most of its working set beyond the minimum
   * @param bytes how much that is
   * @param unconfigured working sets of guests of which the site file gives nothing
   */
  public record Step(String guest, double bytes, double unconfigured) {}

  @Override
  public <T> T to(Reader<T> reader) {
    return reader.workingSets(this);
  }
}
