package dev.headroom.memory.ams;

/**
 * How a hypervisor takes memory, as far as no document tells ("A rule fitted to captures" of
 * docs/model.md).
 *
 * @param blindness share of what is taken without a look at whether it is used: 0 where file cache
 *     and free memory of all members come before any computational page, 1 where it makes no
 *     difference
 * @param lending share of its cold memory that a member can lend: the smaller it is, the earlier is
 *     memory stolen
 * @param pace how fast a member can lend, bytes a second
 * @param weighing how much weights count: 1 in proportion, 0 not at all
 */
record TakingRule(double blindness, double lending, double pace, double weighing) {
  /** What is taken where nothing was seen: cold memory first, all of it lent at once. */
  static final TakingRule UNSEEN = new TakingRule(0, 1, Double.POSITIVE_INFINITY, 1);

  /** How many parameters a rule has. */
  static final int PARAMETERS = 4;

  /** One of the parameters, in the order of the components. */
  double parameter(int which) {
    return switch (which) {
      case 0 -> blindness;
      case 1 -> lending;
      case 2 -> pace;
      default -> weighing;
    };
  }

  /**
   * The same with one parameter moved.
   *
   * @param step what is added to a share, which stays one; a pace is multiplied by 1 and it
   */
  TakingRule moved(int which, double step) {
    return new TakingRule(
        which == 0 ? share(blindness + step) : blindness,
        which == 1 ? share(lending + step) : lending,
        which == 2 ? pace * (1 + step) : pace,
        which == 3 ? share(weighing + step) : weighing);
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
