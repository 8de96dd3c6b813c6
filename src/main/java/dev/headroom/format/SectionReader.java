package dev.headroom.format;

import dev.headroom.capture.Line;
import java.util.List;

/** Reads one section: what one call of a tool printed. Used by one thread, then thrown away. */
public interface SectionReader {
  /**
   * Offers the next line that is not blank.
   *
   * @param unended whether the input ends inside this line, so that its last figure or name may
   *     have been cut
   */
  Outcome read(Line line, boolean unended);

  /** Ends the section: what it gave, subject by subject. */
  List<Draft> close();
}
