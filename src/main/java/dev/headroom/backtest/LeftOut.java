package dev.headroom.backtest;

/** Why a period was not judged. */
public enum LeftOut {
  /** Half of what should be known is not. */
  LITTLE_KNOWN("too-little-known", "too few members report in half or more of the known days"),
  /** Half of what should judge is silent. */
  LITTLE_FOLLOWED(
      "too-little-followed", "too few members report in half or more of the days that judge"),
  /** What judges is mostly weekend and what is known hardly, or the other way round. */
  OTHER_DAYS(
      "other-days",
      "what judges is mostly weekend and hardly any of what is known is, or the other way round"),
  /** Half of what should judge is too low. */
  CENSORED(
      "censored",
      "fewer than half of the intervals that judge show all demand, because a member was short of"
          + " memory in the others"),
  /** The recommender had no answer. */
  NO_ADVICE("no-advice", "what is known supports no advice"),
  /** No period fits into what was captured. */
  TOO_SHORT("too-short", "the pool's captures span less than what is known and what judges"),
  /** Fewer members report before and after than a drawn pool should have. */
  FEW_MEMBERS("too-few-members", "fewer members report before and after than a pool should have");

  private final String word;
  private final String reason;

  LeftOut(String word, String reason) {
    this.word = word;
    this.reason = reason;
  }

  /** Its name for programs. */
  public String word() {
    return word;
  }

  /** Why, for people. */
  public String reason() {
    return reason;
  }
}
