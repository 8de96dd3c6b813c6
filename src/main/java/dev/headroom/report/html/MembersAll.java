package dev.headroom.report.html;

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
        standing.grade().isPresent() ? Optional.empty() : Optional.of(todo(pool, standing)));
  }

  /** For a list: {@code These members are all.} */
  String line() {
    return switch (answer) {
      case "Yes" -> "These members are all, " + by + ".";
      case "No" -> "Members are missing, " + by + ".";
      default -> "Whether these members are all is not known.";
    };
  }

  private static String todo(PoolReport pool, Standing standing) {
    Completeness whole = standing.completeness();
    String member = pool.kind().member();
    if (whole.missing()) {
      return "Capture each "
          + member
          + " that is missing, or whose rows could not be read, over the same time, and analyze all"
          + " captures together. If you know that these are all, write complete: true for "
          + pool.name()
          + " in the site file.";
    }
    if (whole.contradiction().isPresent()) {
      return "Name the pool of each "
          + member
          + " in a site file: headroom analyze --site-skeleton FILE writes one that only needs"
          + " names.";
    }
    if (pool.memory().history().isEmpty()) {
      return "Capture each " + member + " over a busy week. The findings say what to run.";
    }
    if (pool.sizes().size().isEmpty()) {
      return "Write the size of "
          + pool.name()
          + " into the site file, or add a capture that reports it. The findings say which.";
    }
    return "Capture each "
        + member
        + " that does not report, over the same time. The findings say what to run.";
  }
}
