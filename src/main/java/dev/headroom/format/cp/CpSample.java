package dev.headroom.format.cp;

import dev.headroom.format.Draft;
import dev.headroom.format.SectionContext;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One figure of an answer. It waits for the answer's end, since only the line below it says at what
 * time of the day it was printed.
 *
 * @param metric what it is
 * @param value in the metric's unit
 * @param line the line that it stands on
 */
record CpSample(Metric metric, double value, long line) {

  /** The figures of an answer about the system as a whole. */
  static Draft ofSystem(SectionContext context, List<CpSample> samples) {
    return draft(context, Kind.SYSTEM, context.system(null), samples);
  }

  /** The figures of an answer about one guest of the system. */
  static Draft ofGuest(SectionContext context, String userid, List<CpSample> samples) {
    return draft(context, Kind.GUEST, userid, samples);
  }

  private static Draft draft(
      SectionContext context, Kind kind, String name, List<CpSample> samples) {
    List<Metric> metrics = samples.stream().map(CpSample::metric).distinct().sorted().toList();
    TableBuilder rows = new TableBuilder(metrics);
    double time = context.clock().atEnd();
    for (CpSample sample : samples) {
      rows.set(sample.metric(), sample.value());
      rows.endRow(sample.line(), time);
    }
    // these answers do not print what they are about: the name comes from the transcript
    Host system = new Host(context.system(null), Optional.empty());
    return new Draft(kind, name, true, rows, Optional.of(system));
  }
}
