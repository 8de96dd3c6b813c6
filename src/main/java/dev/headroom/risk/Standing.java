package dev.headroom.risk;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a memory system stands: its grade, or why it has none.
 *
 * @param grade its grade; absent where nothing can be judged
 * @param reason a sentence: why it has no grade; absent where it has one
 * @param barred whether figures would give a grade that would not be of the whole system
 * @param completeness whether its members are known to be all
 * @param read what of its captures could hardly be read, so that it is not green
 */
public record Standing(
    Optional<Grade> grade,
    Optional<String> reason,
    boolean barred,
    Completeness completeness,
    HardlyRead read) {
  /** The share of what is promised that has to report for a grade to be of the whole. */
  private static final double HALF = 0.5;

  /** A system with a grade. */
  public static Standing graded(Grade grade, Completeness completeness) {
    return graded(grade, completeness, HardlyRead.NOTHING);
  }

  private static Standing graded(Grade grade, Completeness completeness, HardlyRead read) {
    return new Standing(
        Optional.of(capped(grade, read)), Optional.empty(), false, completeness, read);
  }

  /** A system of which too little is known for a grade. */
  public static Standing ungraded(String reason, Completeness completeness) {
    return without(reason, false, completeness);
  }

  private static Standing barred(String reason, Completeness completeness) {
    return without(reason, true, completeness);
  }

  private static Standing without(String reason, boolean barred, Completeness completeness) {
    return new Standing(
        Optional.empty(), Optional.of(reason), barred, completeness, HardlyRead.NOTHING);
  }

  /**
   * How a system stands that was judged as captures show it.
   *
   * @param grade what its figures alone would give
   */
  public static Standing of(PoolCase judged, Optional<Grade> grade) {
    return of(judged, grade, judged.history(), judged.history());
  }

  /**
   * How a system stands that was judged.
   *
   * @param grade what its figures alone would give
   * @param asked what its members ask for, and what was seen of them
   * @param captured what captures show; of it counts what is of members that it still has
   */
  public static Standing of(
      PoolCase judged, Optional<Grade> grade, PoolHistory asked, PoolHistory captured) {
    Completeness whole = judged.completeness();
    if (whole.missing()) {
      return barred("Not all of its members are known. " + whole.reason(), whole);
    }
    if (whole.contradiction().isPresent()) {
      return barred(whole.contradiction().get(), whole);
    }
    if (grade.isEmpty()) {
      return ungraded(lack(judged), whole);
    }
    return silent(judged.pool(), asked)
        ? barred("Less than half of what is promised reports: nothing is known of the rest.", whole)
        : graded(grade.get(), whole, HardlyRead.of(captured, judged.captures(), names(asked)));
  }

  private static Set<String> names(PoolHistory history) {
    return history.members().stream().map(MemberHistory::name).collect(Collectors.toSet());
  }

  private static Grade capped(Grade grade, HardlyRead read) {
    return grade == Grade.GREEN && read.any() ? Grade.YELLOW : grade;
  }

  /**
   * The grade at another size.
   *
   * @param figures what the figures alone would give there
   * @return absent where they give none, and where the system has no grade
   */
  public Optional<Grade> at(Optional<Grade> figures) {
    return grade.isEmpty() ? grade : figures.map(known -> capped(known, read));
  }

  /**
   * Whether captures show less than half of what is promised, on average over the time that any
   * member reports; an unknown share is an average.
   */
  private static boolean silent(MemorySystem system, PoolHistory history) {
    Map<String, OptionalDouble> promised = system.configuredLogical();
    double reporting = 0;
    double all = 0;
    double unknownReporting = 0;
    boolean[] heard = heard(history);
    int unknown = 0;
    int known = 0;
    for (MemberHistory member : history.members()) {
      double reports = reports(member, heard);
      double logical = promised.getOrDefault(member.name(), OptionalDouble.empty()).orElse(0);
      for (double seen : member.asked().logical()) {
        logical = seen > logical ? seen : logical;
      }
      known += logical > 0 ? 1 : 0;
      unknown += logical > 0 ? 0 : 1;
      unknownReporting += logical > 0 ? 0 : reports;
      all += logical;
      reporting += reports * logical;
    }
    double average = known > 0 ? all / known : 1;
    return reporting + unknownReporting * average < HALF * (all + unknown * average);
  }

  /** At which instants any member reports: a time of which there is no capture is no silence. */
  private static boolean[] heard(PoolHistory history) {
    boolean[] heard = new boolean[history.size()];
    for (MemberHistory member : history.members()) {
      for (int instant = 0; instant < heard.length; instant++) {
        heard[instant] |= reports(member, instant);
      }
    }
    return heard;
  }

  /** The share of that time in which a member reports; 0 where it never does. */
  private static double reports(MemberHistory member, boolean[] heard) {
    int all = 0;
    int own = 0;
    for (int instant = 0; instant < heard.length; instant++) {
      all += heard[instant] ? 1 : 0;
      own += reports(member, instant) ? 1 : 0;
    }
    return own == 0 ? 0 : (double) own / all;
  }

  private static boolean reports(MemberHistory member, int instant) {
    return member.reports(instant)
        || member.pageInsKnown(instant)
        || member.served().physical()[instant] > 0;
  }

  private static String lack(PoolCase judged) {
    if (judged.history().size() == 0) {
      return "No capture shows what a member needs.";
    }
    if (!judged.sized()) {
      return "Its size is not known.";
    }
    return judged.counted()
        ? "The captures do not show what is needed to advise a size."
        : "At no time do enough members report for their sum to count.";
  }
}
