package dev.headroom.format.perfkit;

import dev.headroom.format.Outcome;
import dev.headroom.format.grammar.FcxReportParser.LineContext;

/** What stands below the header of one page or screen. */
interface ReportBody {
  /**
   * Reads a line that is no header, message or footer.
   *
   * @param line the line, in the report's own places
   * @param tree what the grammar takes it for
   * @param strict whether lines before it did not belong to the report, so that it must fit exactly
   * @param unended whether the input ends inside it
   */
  Outcome read(PrintedLine line, LineContext tree, boolean strict, boolean unended);

  /** Ends the page. */
  void close();
}
