package dev.headroom.sizing;

import dev.headroom.memory.zvm.ZvmNeeds;

/**
 * A size of real memory by the working sets of the guests that share it. Bytes.
 *
 * @param needs what the system needs
 * @param step what comes on top of the minimum
 * @param minimum the least
 * @param recommended the size advised
 * @param best the largest that is of use
 * @param reserve the control program's own
 * @param assurance how sure the recommendation is
 */
public record WorkingSetBasis(
    ZvmNeeds needs,
    Step step,
    double minimum,
    double recommended,
    double best,
    double reserve,
    Assurance assurance)
    implements SizeBasis {

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
