package dev.headroom.format.damage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lines of a JSON document: what its head says holds for all of it, and a sample is read as a
 * whole. Damage to a line costs the sample that the line is in, and what stands between two samples
 * may cost both.
 */
final class DocumentLines {
  private static final String BEGIN = "\"sampleType\"";

  /** The head of a document is no sample. */
  private static final int HEAD = 0;

  private final List<Row> rows;
  private final Specimen specimen;

  /** For each line of the undamaged text the sample that it is of, from 1. */
  private final int[] samples;

  /** The damaged samples, and what makes what they say a sound one. */
  private final Map<Integer, Optional<SoundText>> damaged = new TreeMap<>();

  private DocumentLines(List<Row> rows, Specimen specimen) {
    this.rows = rows;
    this.specimen = specimen;
    this.samples = new int[specimen.lines() + 1];
    int sample = HEAD;
    for (int line = 1; line <= specimen.lines(); line++) {
      boolean opens = specimen.line(line).strip().equals("{");
      sample += begins(line) || (opens && begins(line + 1)) ? 1 : 0;
      sample -= begins(line) && line > 1 && specimen.line(line - 1).strip().equals("{") ? 1 : 0;
      samples[line] = sample;
    }
  }

  private boolean begins(int line) {
    return line <= specimen.lines() && specimen.line(line).strip().startsWith(BEGIN);
  }

  /**
   * Marks the lines that damage to others may cost.
   *
   * @param kept for each line of the undamaged text, whether it is there as it was
   */
  static void mark(
      List<Row> rows,
      Specimen specimen,
      boolean[] kept,
      boolean[] governed,
      List<Optional<SoundText>> above) {
    if (specimen.isDocument()) {
      new DocumentLines(rows, specimen).mark(kept, governed, above);
    }
  }

  private void mark(boolean[] kept, boolean[] governed, List<Optional<SoundText>> above) {
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).isKept()) {
        Optional<SoundText> sound = sound(i);
        note(near(i, -1), sound);
        note(near(i, 1), sound);
      }
    }
    for (int line = 1; line <= specimen.lines(); line++) {
      if (!kept[line]) {
        damaged.putIfAbsent(samples[line], Optional.empty());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int sample = row.isKept() ? samples[row.from().get(0).line()] : near(i, -1);
      Optional<SoundText> none = Optional.empty();
      if (damaged.containsKey(sample) || damaged.containsKey(HEAD)) {
        governed[i] = true;
        Optional<SoundText> sound =
            damaged.getOrDefault(sample, none).or(() -> damaged.getOrDefault(HEAD, none));
        above.set(i, above.get(i).or(() -> sound));
      }
    }
  }

  private void note(int sample, Optional<SoundText> sound) {
    damaged.merge(sample, sound, (one, other) -> one.or(() -> other));
  }

  /** The sample of the next kept line in a direction; the head's where there is none. */
  private int near(int from, int step) {
    int at = from;
    while (at >= 0 && at < rows.size() && !rows.get(at).isKept()) {
      at += step;
    }
    boolean found = at >= 0 && at < rows.size();
    return found
        ? samples[rows.get(at).from().get(0).line()]
        : step < 0 ? HEAD : samples[samples.length - 1];
  }

  /** A line that differs in its numbers only, or one with other numbers in the place of one. */
  private Optional<SoundText> sound(int at) {
    return SoundText.ofNumbers(rows, at);
  }
}
