package dev.headroom.memory.zvm;

/**
 * How much of each guest stays in real memory, as far as no document tells ("Who stays" of
 * docs/model.md).
 *
 * @param givingUp share of what is not hot that guests do without in a smaller system, so that it
 *     is not paged out: memory that nothing but its own growth fills
 * @param evenness share of what is taken that is taken from all guests in proportion to what they
 *     have, 0 where all of it follows the order of the release
 * @param sweeping how fast Java heaps are taken, beside other hot memory: 0 where they go last, 1
 *     where they are taken alike
 * @param mixing share of expanded storage that active guests fill in proportion to what they lose;
 *     the rest fills in the order in which they lose it
 */
public record StayingRule(double givingUp, double evenness, double sweeping, double mixing) {
  /** Up to 6.2: what fits the runs of the study best (docs/model.md). */
  static final StayingRule SCANNED = new StayingRule(0.53, 0, 0.6, 0.45);

  /** From 6.3 on: by age alone. What is not used is written out, not given up. */
  static final StayingRule AGED = new StayingRule(0, 0, 1, 0);

  /** The rule of a release, where captures do not tell more. */
  public static StayingRule of(ZvmSystem system) {
    return system.agesGlobally() ? AGED : SCANNED;
  }

  /** The same where guests give up so much. */
  StayingRule givingUp(double share) {
    return new StayingRule(share, evenness, sweeping, mixing);
  }

  /** How many parameters are fitted to captures. */
  static final int FITTED = 3;

  /** The same with one of the fitted parameters moved; each stays a share. */
  StayingRule moved(int which, double step) {
    return new StayingRule(
        givingUp,
        which == 0 ? share(evenness + step) : evenness,
        which == 1 ? share(sweeping + step) : sweeping,
        which == 2 ? share(mixing + step) : mixing);
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
