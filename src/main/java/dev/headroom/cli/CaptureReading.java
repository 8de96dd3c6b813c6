package dev.headroom.cli;

import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.Gathered;
import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.Input;
import dev.headroom.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * Reads the inputs of a command; diagnostics go to stderr as they come.
 *
 * @param options what the command was told
 * @param err stderr
 */
record CaptureReading(ReadingOptions options, Terminal err) {
  /** Reads them all. */
  Gathered read(Site site, AnalysisOptions wanted) {
    List<Input> inputs = options.inputs(err);
    Gathered gathered;
    try (Progress progress = new Progress(err.writer(), inputs.size(), options.progress())) {
      gathered =
          Gathered.of(
              inputs,
              site,
              wanted,
              reading -> {
                err.diagnostics(reading.diagnostics());
                progress.step();
              });
    }
    gathered.names().doubts().forEach(doubt -> err.diagnostic(doubt.diagnostic()));
    err.flush();
    return gathered;
  }

  /** Says what the site file and the captures contradict each other in. */
  void tell(List<Diagnostic> contradictions) {
    err.diagnostics(contradictions);
    err.flush();
  }

  /** Whether there is nothing to analyse. */
  boolean leftNothing(Gathered gathered) {
    return gathered.tables().isEmpty()
        || (options.askedSpan().isPresent()
            && ReadTimes.of(gathered).isPresent()
            && ReadTimes.onlySettings(gathered));
  }

  /** Says that there is nothing to analyse, and why; returns the exit code for it. */
  int nothing(Gathered gathered) {
    if (gathered.inputs().isEmpty()) {
      err.line("headroom: there are no files to read under " + options.names());
    } else if (gathered.summaries().isEmpty()) {
      err.line(
          "headroom: none of the "
              + gathered.inputs().size()
              + " inputs holds a known capture; headroom formats lists the formats");
    } else {
      Optional<ReadTimes> read = ReadTimes.of(gathered);
      Optional<String> span = options.askedSpan();
      err.line(
          "headroom: "
              + (read.isPresent() && span.isPresent() && ReadTimes.onlySettings(gathered)
                  ? read.get().noneLeft(span.get())
                  : "the captures hold no sample of memory; headroom formats lists the formats"));
    }
    err.flush();
    return Headroom.NOTHING_USABLE;
  }
}
