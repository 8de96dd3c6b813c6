package dev.headroom.format.hmc;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What the figures of an array are, as the document says in its head: {@code
 * "metricArrayOrder":["AVG","MIN","MAX"]}.
 *
 * @param figures how many an array holds; 0 where that is not known
 * @param mean the place of the mean; -1 where it is not known
 * @param least the place of the smallest; -1 where it has no such place
 * @param most the place of the largest; -1 where it has no such place
 */
record PcmOrder(int figures, int mean, int least, int most) {
  /** No more figures than these stand in an array. */
  static final int MOST = 4;

  /** The head does not say it, or is damaged. */
  static final PcmOrder UNKNOWN = new PcmOrder(0, -1, -1, -1);

  /** The order of these names; unknown where one stands twice or none is the mean. */
  static PcmOrder of(List<String> names) {
    List<String> upper = names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
    boolean twice = new HashSet<>(upper).size() < upper.size();
    int mean = upper.indexOf("AVG");
    return twice || mean < 0 || upper.size() > MOST
        ? UNKNOWN
        : new PcmOrder(upper.size(), mean, upper.indexOf("MIN"), upper.indexOf("MAX"));
  }

  /** What speaks against an array of figures; empty where nothing does. */
  String fault(double[] values, int count) {
    if (count == 0) {
      return "";
    }
    if (figures == 0) {
      return count == 1 ? "" : "has several figures, and nothing says which is the mean";
    }
    if (count != figures) {
      return "has not as many figures as metricArrayOrder names";
    }
    boolean outside =
        (least >= 0 && values[least] > values[mean]) || (most >= 0 && values[most] < values[mean]);
    return outside ? "has a mean that is not between its smallest and its largest" : "";
  }

  /** The mean of an array that nothing speaks against; {@link Double#NaN} of an empty one. */
  double mean(double[] values, int count) {
    return count == 0 ? Double.NaN : values[Math.max(mean, 0)];
  }
}
