package dev.headroom.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of the simple rules against numbers worked out by hand. */
final class BaselineTest {
  private static final double N = Histories.NONE;

  /** Sums 6, 12, 9, 9: mean 9, variance (9 + 9 + 0 + 0) / 4, sigma 2.1213. */
  private static final PoolHistory THREE =
      Histories.timed(
          1000,
          Histories.member("a", 4).logical(100).hot(1, 7, 2, 3).build(),
          Histories.member("b", 4).logical(100).hot(2, 4, 6, 1).build(),
          Histories.member("c", 4).logical(100).floor(1).hot(2, 0, 0, 4).build());

  @ParameterizedTest
  @CsvSource({
    "PEAK, 12",
    "PEAK_20, 14.4",
    // at the second instant a is at its peak of 7, b 2 below its 6, c 4 below its 5
    "N_PLUS_1, 16",
    "N_PLUS_2, 18",
    "P97, 12",
    "SIGMA_5, 19.606601717798213",
    "SIGMA_10, 30.213203435596427",
    "SUM_OF_P99, 18",
    "SUM_OF_PEAKS, 18",
  })
  void isWhatItSays(Baseline baseline, double size) {
    assertEquals(size, baseline.size(Past.of(CarriedDemand.of(THREE))), 1e-9);
  }

  @Test
  void percentilesAreOfTheirOwn() {
    double[] rising = IntStream.rangeClosed(1, 200).mapToDouble(i -> i).toArray();
    double[] falling = IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();
    Past past =
        Past.of(
            CarriedDemand.of(
                Histories.timed(
                    1000,
                    Histories.member("a", 200).logical(1000).hot(rising).build(),
                    Histories.member("b", 200).logical(1000).hot(falling).build())));

    assertEquals(201, Baseline.PEAK.size(past));
    assertEquals(201, Baseline.P97.size(past));
    assertEquals(198 + 198, Baseline.SUM_OF_P99.size(past));
    assertEquals(400, Baseline.SUM_OF_PEAKS.size(past));
    // all peak together at the first instant, but for a, which is at 1 of 200
    assertEquals(201 + 199, Baseline.N_PLUS_1.size(past));
  }

  @Test
  void moreMembersThanThereAreGoToTheirPeaksWithoutHarm() {
    Past past =
        Past.of(
            CarriedDemand.of(
                Histories.timed(1000, Histories.member("only", 2).logical(9).hot(3, 2).build())));

    assertEquals(3, Baseline.N_PLUS_2.size(past));
    assertEquals(3, Baseline.SUM_OF_PEAKS.size(past));
  }

  @Test
  void whoHasNotSpokenYetNeedsNothingYet() {
    Past past =
        Past.of(
            CarriedDemand.of(
                Histories.timed(
                    1000,
                    Histories.member("a", 4).logical(9).hot(5, 1, 1, 1).build(),
                    Histories.member("b", 4).logical(9).hot(1, 1, 1, 1).build(),
                    Histories.member("c", 4).logical(9).hot(1, 1, 1, 1).build(),
                    Histories.member("late", 4).logical(9).hot(N, N, 2, 4).build())));

    assertEquals(7, Baseline.PEAK.size(past));
    // all of the latecomer's peak is still to come at the first instant
    assertEquals(11, Baseline.N_PLUS_1.size(past));
    assertEquals(5 + 1 + 1 + 4, Baseline.SUM_OF_P99.size(past));
  }

  @Test
  void ofNothingThereIsNoPast() {
    CarriedDemand silent =
        CarriedDemand.of(
            Histories.timed(1000, Histories.member("a", 2).logical(9).hot(N, N).build()));

    assertThrows(IllegalArgumentException.class, () -> Past.of(silent));
  }
}
