package dev.headroom.format;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import java.io.IOException;
import java.util.List;

/** Reads one section: what one call of a tool printed. Used by one thread, then thrown away. */
public interface SectionReader {
  /** Says, before it is offered the line that opened it, that the input ends inside that line. */
  default void opensUnended() {}

  /** Offers the next line that is not blank. */
  Outcome read(Line line);

  /**
   * Takes as many rows of a long table as it can straight from the window.
   *
   * @return how many lines were taken, all of them understood
   * @throws IOException where the input cannot be read
   */
  default long takeRows(Lines lines) throws IOException {
    return 0;
  }

  /** Ends the section: what it gave, subject by subject. */
  List<Draft> close();
}
