package dev.headroom.report;

import java.util.List;

/**
 * A chart, ready for a page: what is drawn, and the text that stands beside it.
 *
 * @param id its name, unique in its page
 * @param title what it shows, short
 * @param description what it shows, for those who cannot see it
 * @param height of the picture, whose width is {@value #WIDTH}
 * @param plot SVG that this program drew; holds no text from outside
 * @param labels text in the picture
 * @param leaders lines from labels into the plot
 * @param legend what its colours and lines mean
 */
record Drawing(
    String id,
    String title,
    String description,
    int height,
    String plot,
    List<Label> labels,
    List<Leader> leaders,
    List<Key> legend) {
  /** The width of every picture. */
  static final int WIDTH = 960;

  /** Where plots begin. */
  static final int LEFT = 52;

  /** Where plots end. */
  static final int RIGHT = 940;

  /** Copies the lists. */
  Drawing {
    labels = List.copyOf(labels);
    leaders = List.copyOf(leaders);
    legend = List.copyOf(legend);
  }

  /**
   * Text in a picture; how wide it will be is not known, so it is anchored.
   *
   * @param anchor start, middle or end
   * @param style a class of the page's style sheet
   */
  record Label(String x, String y, String anchor, String style, String text) {
    static Label of(double x, double y, String anchor, String style, String text) {
      return new Label(Figures.decimals(x, 1), Figures.decimals(y, 1), anchor, style, text);
    }
  }

  /** An upright line from a label down to the plot. */
  record Leader(String x, String from, String to, String style) {
    static Leader of(double x, double from, double to, String style) {
      return new Leader(
          Figures.decimals(x, 1), Figures.decimals(from, 1), Figures.decimals(to, 1), style);
    }
  }

  /**
   * A row of the legend.
   *
   * @param colour as SVG writes it
   * @param dashes as SVG writes them; empty for an area, {@code none} for a line without
   */
  record Key(String colour, String dashes, String text) {
    boolean area() {
      return dashes.isEmpty();
    }
  }
}
