package dev.headroom.report.html;

import dev.headroom.report.PoolReport;
import dev.headroom.risk.Completeness;

/**
 * What a page says on whether the members of a pool are all there are.
 *
 * @param answer the answer in a word or two
 * @param by who says so
 * @param reason what shows it
 */
record MembersAll(String answer, String by, String reason) {

  static MembersAll of(PoolReport pool) {
    Completeness whole = pool.judgement().standing().completeness();
    String answer =
        switch (whole.whole()) {
          case YES -> "Yes";
          case NO -> "No";
          case UNKNOWN -> "Not known";
        };
    String by =
        whole.by() == Completeness.By.SITE ? "by the site file" : "by what the captures show";
    return new MembersAll(answer, by, whole.reason());
  }
}
