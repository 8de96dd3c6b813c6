package dev.headroom.report.html;

import dev.headroom.report.NextStep;
import dev.headroom.report.PoolReport;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Standing;
import java.util.Optional;

/**
 * What a page says on whether the members of a pool are all there are, and, where it has no grade,
 * why and what to do.
 *
 * @param answer the answer in a word or two
 * @param by who says so
 * @param reason what shows it
 * @param ungraded why there is no grade; empty where there is one
 * @param todo what to do about it; empty where there is a grade
 */
record MembersAll(
    String answer, String by, String reason, Optional<String> ungraded, Optional<String> todo) {

  static MembersAll of(PoolReport pool) {
    Standing standing = pool.judgement().standing();
    Completeness whole = standing.completeness();
    String answer =
        switch (whole.whole()) {
          case YES -> "Yes";
          case NO -> "No";
          case UNKNOWN -> "Not known";
        };
    String by =
        whole.by() == Completeness.By.SITE ? "by the site file" : "by what the captures show";
    return new MembersAll(
        answer,
        by,
        whole.reason(),
        standing.reason().filter(reason -> !reason.endsWith(whole.reason())),
        NextStep.of(pool).map(NextStep::sentences));
  }

  /** For a list: {@code These members are all.} */
  String line() {
    return switch (answer) {
      case "Yes" -> "These members are all, " + by + ".";
      case "No" -> "Members are missing, " + by + ".";
      default -> "Whether these members are all is not known.";
    };
  }
}
