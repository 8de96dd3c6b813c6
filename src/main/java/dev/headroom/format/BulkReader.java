package dev.headroom.format;

import dev.headroom.capture.Lines;
import java.io.IOException;

/** A reader of long tables, which takes runs of rows without a look at each as a line. */
public interface BulkReader extends SectionReader {
  /**
   * Takes as many rows of a long table as it can straight from the window.
   *
   * @return how many lines were taken, all of them understood
   * @throws IOException where the input cannot be read
   */
  long takeRows(Lines lines) throws IOException;
}
