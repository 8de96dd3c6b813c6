package dev.headroom.format.damage;

import dev.headroom.capture.LineCounts;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;

/** Reads a damaged capture and says what is wrong with what is read. */
final class Judge {
  private Judge() {}

  /** What is wrong, with an example of each. */
  static Map<Verdict, String> of(Specimen specimen, Damaged damaged) {
    Map<Verdict, String> found = new EnumMap<>(Verdict.class);
    Reading reading;
    try {
      reading = Readings.of(specimen.name(), damaged.bytes(), ReadOptions.DEFAULT);
      reading.tables();
    } catch (RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      found.put(Verdict.THREW, trace.toString());
      return found;
    }
    LineCounts lines = reading.lines();
    long counted = lines.understood() + lines.noise() + lines.rejected();
    int there = damaged.text().rows().size();
    boolean sound = damaged.wrapper() == Damaged.Wrapper.SOUND;
    // what is no more than one line that is no text is refused as a whole
    if (sound && counted != there && !(there == 1 && counted == 0)) {
      found.put(Verdict.NOT_COUNTED, counted + " of " + there);
    }
    if (damaged.wrapper() != Damaged.Wrapper.UNCHECKED) {
      new Comparison(specimen, damaged, reading).run(found);
    }
    return found;
  }
}
