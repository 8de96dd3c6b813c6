package dev.headroom.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.headroom.series.Kind;
import dev.headroom.series.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a history: fewer instants, fewer members. */
final class PoolHistoryPartsTest {
  private static final double N = Histories.NONE;

  private static final PoolHistory HISTORY =
      Histories.timed(
          1000,
          Histories.member("a", 4).logical(10, 10, 20, 20).hot(1, 2, 3, 4).build(),
          Histories.member("b", 4).logical(30).hot(5, N, 7, 8).build(),
          Histories.member("c", 4).logical(60).hot(9, 9, N, N).build());

  @Test
  void aSpanIsHalfOpen() {
    PoolHistory part = HISTORY.between(1000, 3000);

    assertArrayEquals(new double[] {1000, 2000}, part.instants());
    assertArrayEquals(new double[] {2, 3}, part.members().get(0).asked().hot());
    assertArrayEquals(new double[] {10, 20}, part.members().get(0).asked().logical());
    assertEquals(2, part.coverage().length);
    assertEquals(2000 / 86_400_000.0, part.days());
    assertEquals(List.of("a", "b", "c"), part.members().stream().map(MemberHistory::name).toList());
  }

  @Test
  void aSpanBetweenInstantsAndBeyondThem() {
    assertArrayEquals(new double[] {1000}, HISTORY.between(1, 1999.5).instants());
    assertEquals(4, HISTORY.between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).size());
    assertEquals(0, HISTORY.between(5000, 9000).size());
    assertEquals(0, HISTORY.between(3000, 1000).size());
  }

  @Test
  void membersPickedAreAPoolOfTheirOwn() {
    PoolHistory picked = HISTORY.picking(2, 0);

    assertEquals(List.of("c", "a"), picked.members().stream().map(MemberHistory::name).toList());
    assertSame(HISTORY.members().get(2).asked().hot(), picked.members().get(0).asked().hot());
    // a weighs its largest logical memory, 20 of 80
    assertArrayEquals(new double[] {1, 1, 0.25, 0.25}, picked.coverage());
  }

  @Test
  void whatIsSharedStaysShared() {
    double[] nothing = {N, N, N};
    double[] ones = {1, 1, 1};
    MemberHistory member =
        new MemberHistory(
            new Subject(Kind.PARTITION, "m"),
            new Asked(ones, ones, ones, nothing),
            new Served(nothing, nothing, nothing, nothing, nothing),
            new Paging(nothing, nothing, nothing, ones, nothing, nothing));
    PoolHistory history =
        new PoolHistory(true, new double[] {0, 1, 2}, 1, List.of(member, member), ones);

    PoolHistory part = history.between(1, 3);

    MemberHistory first = part.members().get(0);
    assertSame(first.asked().warm(), first.served().physical());
    assertSame(first.asked().warm(), part.members().get(1).paging().pageIns());
    assertSame(first.asked().hot(), part.coverage());
    assertEquals(2, first.asked().hot().length);
  }
}
