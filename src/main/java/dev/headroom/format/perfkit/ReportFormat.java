package dev.headroom.format.perfkit;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;

/**
 * A report of Performance Toolkit. Reports of all kinds stand in one listing, so that one reader
 * reads them all; it gives every row the format of its own report.
 */
abstract class ReportFormat implements Format {
  private final String name;
  private final String report;
  private final String grammar;

  /**
   * A format.
   *
   * @param report what Performance Toolkit calls the report, such as {@code UPAGE}
   */
  ReportFormat(String name, String report, String grammar) {
    this.name = name;
    this.report = report;
    this.grammar = grammar;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String tool() {
    return "PERFKIT";
  }

  @Override
  public final String origin() {
    return tool() + " " + report;
  }

  @Override
  public final String grammar() {
    return grammar;
  }

  @Override
  public final boolean opens(Line line, Lines lines) {
    return ReportReader.opens(line);
  }

  @Override
  public final SectionReader open(SectionContext context) {
    return new ReportReader(context);
  }
}
