package dev.headroom.report.chart;

import dev.headroom.unit.Decimal;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A chart, ready for a page: what is drawn, and the text that stands beside it.
 *
 * @param about what it shows
 * @param height of the picture, whose width is {@value #WIDTH}
 * @param plot SVG that this program drew; holds no text from outside
 * @param labels text in the picture
 * @param leaders lines from labels into the plot
 * @param legend what its colours and lines mean
 * @param readings what a script can read to a reader who points at it; empty where it has no axis
 *     of time
 */
public record Drawing(
    About about,
    int height,
    String plot,
    List<Label> labels,
    List<Leader> leaders,
    List<Key> legend,
    Optional<Readings> readings) {
  /**
   * What a chart shows.
   *
   * @param id its name, unique in its page
   * @param title what it shows, short
   * @param description what it shows, for those who cannot see it
   */
  public record About(String id, String title, String description) {}

  /** The width of every picture. */
  static final int WIDTH = 960;

  /** Where plots begin. */
  static final int LEFT = 52;

  /** Where plots end. */
  static final int RIGHT = 940;

  /** How wide plots are. */
  static final int PLOT_WIDTH = RIGHT - LEFT;

  /** A chart without an axis of time. */
  Drawing(
      About about,
      int height,
      String plot,
      List<Label> labels,
      List<Leader> leaders,
      List<Key> legend) {
    this(about, height, plot, labels, leaders, legend, Optional.empty());
  }

  /** Copies the lists. */
  public Drawing {
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
  public record Label(String x, String y, String anchor, String style, String text) {
    static Label of(double x, double y, String anchor, String style, String text) {
      return new Label(Decimal.fixed(x, 1), Decimal.fixed(y, 1), anchor, style, text);
    }
  }

  /** An upright line from a label down to the plot. */
  public record Leader(String x, String from, String to, String style) {
    static Leader of(double x, double from, double to, String style) {
      return new Leader(Decimal.fixed(x, 1), Decimal.fixed(from, 1), Decimal.fixed(to, 1), style);
    }
  }

  /**
   * A row of the legend. Colours are as SVG writes them.
   *
   * @param area the colour of an area; empty if absent
   * @param line the colour of a line, over the area where there is one; empty if absent
   * @param dashes of the line as SVG writes them
   */
  public record Key(String area, String line, String dashes, String text) {
    static Key text(String text) {
      return new Key("", "", "", text);
    }

    static Key area(Color colour, String text) {
      return new Key(css(colour), "", "", text);
    }

    static Key line(Color colour, String dashes, String text) {
      return new Key("", css(colour), dashes, text);
    }

    static Key lineOn(Color area, Color line, String text) {
      return new Key(css(area), css(line), "none", text);
    }

    private static String css(Color colour) {
      String opaque = String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
      return colour.getAlpha() == 255
          ? opaque
          : opaque + String.format(Locale.ROOT, "%02x", colour.getAlpha());
    }
  }
}
