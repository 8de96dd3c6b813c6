package dev.headroom.memory;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Sums one member's history and outcome up. */
public final class MemberFigures {
  private static final double P95 = 0.95;

  private MemberFigures() {}

  /** The summary of one member, bytes; absent where no instant shows a figure. */
  public static MemberSummary of(MemberHistory member, MemberOutcome outcome) {
    int instants = member.size();
    double[] demand = known(instants, member::demand);
    return new MemberSummary(
        member.name(),
        max(known(instants, i -> member.asked().logical()[i])),
        new MemberSummary.Demand(
            Arrays.stream(demand).average(),
            Percentile.nearestRank(P95, demand),
            max(known(instants, member::mostDemand)),
            max(known(instants, i -> member.reports(i) ? member.mostNeeded(i) : Double.NaN))),
        max(known(instants, i -> Worst.of(outcome.loaned(i), member.worst().loaned()[i]))),
        max(known(instants, i -> Worst.of(outcome.stolen(i), member.worst().stolen()[i]))));
  }

  private static double[] known(int instants, IntToDoubleFunction figure) {
    return IntStream.range(0, instants)
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static OptionalDouble max(double[] values) {
    return Arrays.stream(values).max();
  }
}
