package dev.headroom.format.damage;

import static java.util.stream.Collectors.joining;

import dev.headroom.format.Reading;
import dev.headroom.series.Metric;
import dev.headroom.series.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One sample of a line.
 *
 * @param value its kind, metric and value
 * @param owner its subject
 * @param time its time; empty where it is not known
 */
record Figure(String value, String owner, String time) {
  /** What counters of the HMC grew by rests on two lines, so that no one line gives it. */
  private static final Set<Metric> COUNTED =
      Set.of(
          Metric.HYPERVISOR_PAGEINS,
          Metric.HYPERVISOR_PAGEIN_TIME,
          Metric.CPU_PHYSICAL,
          Metric.CPU_BUSY);

  private static boolean isCounted(Sample sample) {
    return sample.origin().format().equals("lslparutil") && COUNTED.contains(sample.metric());
  }

  private static Figure of(Sample sample) {
    return new Figure(
        sample.subject().kind().label() + " " + sample.metric().label() + " " + sample.value(),
        sample.subject().name(),
        Stream.of(sample.time(), sample.clock())
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .collect(joining()));
  }

  /** The samples of a reading by their lines. */
  static Map<Long, List<Figure>> byLine(Reading reading) {
    Map<Long, List<Figure>> lines = new TreeMap<>();
    reading
        .tables()
        .forEach(
            table ->
                table.forEach(
                    sample -> {
                      if (!isCounted(sample)) {
                        lines
                            .computeIfAbsent(sample.origin().line(), line -> new ArrayList<>())
                            .add(of(sample));
                      }
                    }));
    return lines;
  }

  /** The values alone, sorted. */
  static List<String> values(List<Figure> figures) {
    return figures.stream().map(Figure::value).sorted().toList();
  }
}
