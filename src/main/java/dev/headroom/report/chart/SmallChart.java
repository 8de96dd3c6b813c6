package dev.headroom.report.chart;

import java.util.List;

/**
 * A chart of few points for a place where many stand beside each other, to be printed by {@code
 * small.jte}: {@code @template.small(chart)}. It has no ids, and so may stand in a page as often as
 * is wanted; its colours are the page's style.
 *
 * @param style the class of the picture: {@code spark}, {@code sketch} or {@code member}
 * @param width of the picture, in its own units
 * @param height likewise
 * @param marks what is drawn, the first at the back; holds no text from outside
 * @param labels text in the picture
 * @param description what it shows, for those who cannot see it
 */
public record SmallChart(
    String style,
    int width,
    int height,
    List<Mark> marks,
    List<Drawing.Label> labels,
    String description) {

  /**
   * A line or an area.
   *
   * @param style a class of the page's style sheet
   * @param path as SVG writes it
   */
  public record Mark(String style, String path) {}

  /** Copies the lists. */
  public SmallChart {
    marks = List.copyOf(marks);
    labels = List.copyOf(labels);
  }
}
