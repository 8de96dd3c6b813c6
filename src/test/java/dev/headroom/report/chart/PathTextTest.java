package dev.headroom.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathTextTest {
  @Test
  void placesAreDistancesFromTheOneBefore() {
    String path = new PathText().move(10, 20).line(12, 17).line(14, 18).line(13, 18).toString();
    assertEquals("m10 20l2-3 2 1h-1", path);
  }

  @Test
  void whatRunsOnInOneDirectionIsOneLine() {
    PathText path = new PathText().move(0, 0).line(1, 0).line(3, 0).line(4, 2).line(5, 4);
    assertEquals("m0 0h3l2 4", path.toString());
    assertEquals(
        "m0 0h3-2v1", new PathText().move(0, 0).line(3, 0).line(1, 0).line(1, 1).toString());
  }

  @Test
  void aPartThatIsClosedBeginsWhereItBegan() {
    PathText path = new PathText().move(5, 5).line(9, 5).line(9, 9).close();
    assertEquals("m5 5h4v4zm1 0v1", path.move(6, 5).line(6, 6).toString());
  }

  @Test
  void nothingDrawnIsNothing() {
    assertTrue(new PathText().isEmpty());
    assertEquals("", new PathText().toString());
    assertEquals("m1 1", new PathText().move(1, 1).line(1, 1).toString());
  }
}
