package dev.headroom.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.w3c.dom.Document;

/**
 * Draws the plot area of a chart as SVG: lines, areas and grid, no text. Text would be measured,
 * and what a font measures differs between machines, so the page writes it beside the plot; the
 * bytes then depend on the numbers alone.
 */
final class SvgCanvas {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Color GRID = new Color(128, 136, 148, 70);

  private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");

  static {
    // no chart needs a screen, and asking for one fails on a server
    System.setProperty("java.awt.headless", "true");
  }

  private SvgCanvas() {}

  /** An empty plot over both scales, with grid lines where the labels will stand. */
  static XYPlot plot(Scale domain, Scale range, DefaultXYDataset lines) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    XYPlot plot = new XYPlot(lines, axis(domain), axis(range), renderer);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    return plot;
  }

  /**
   * Draws a plot.
   *
   * @param id the chart's name, unique in its page
   * @return a {@code g} element to stand inside an {@code svg} element
   */
  static String draw(String id, XYPlot plot, Rectangle2D area) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(1);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            // two charts share a page, and so the names in it
            return id + "-" + super.generateID(prefix);
          }
        });
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    // an axis puts back what it found, and cannot put back nothing
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    plot.draw(graphics, area, null, null, null);
    StringWriter svg = new StringWriter();
    try {
      graphics.stream(graphics.getRoot(), svg, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new IllegalStateException("a string cannot fail to be written", e);
    }
    return group(id, svg.toString());
  }

  private static NumberAxis axis(Scale scale) {
    NumberAxis axis = new NumberAxis();
    axis.setRange(scale.low(), scale.high());
    axis.setTickUnit(
        new NumberTickUnit(scale.step(), NumberFormat.getIntegerInstance(Locale.ROOT)));
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAxisLinePaint(GRID);
    axis.setAxisLineVisible(true);
    return axis;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the platform has no XML documents", e);
    }
  }

  /** What stands inside the drawn document, with its defaults, its namespaces taken away. */
  private static String group(String id, String svg) {
    int start = svg.indexOf("<svg") + 4;
    int open = svg.indexOf('>', start);
    String attributes = svg.substring(start, open).replaceAll("\\s+xmlns(:\\w+)?=\"[^\"]*\"", "");
    String content = svg.substring(open + 1, svg.lastIndexOf("</svg"));
    content =
        PATH.matcher(content)
            .replaceAll(path -> " d=\"" + PathText.shortened(path.group(1)) + "\"");
    return ("<g" + attributes.replaceAll("\\s+", " ") + ">" + content + "</g>")
        .replace("\"genericDefs\"", '"' + id + "-genericDefs\"")
        .replace("\r\n", "\n");
  }
}
