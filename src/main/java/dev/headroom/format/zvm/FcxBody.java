package dev.headroom.format.zvm;

import dev.headroom.format.Outcome;
import dev.headroom.format.grammar.FcxReportParser.LineContext;

/** What stands below the header of one page or screen. */
interface FcxBody {
  /**
   * Reads a line that is no header, message or footer.
   *
   * @param line the line, in the report's own places
   * @param tree what the grammar takes it for
   * @param strict whether lines before it did not belong to the report, so that it must fit exactly
   * @param unended whether the input ends inside it
   */
  Outcome read(FcxLine line, LineContext tree, boolean strict, boolean unended);

  /** Ends the page. */
  void close();
}
