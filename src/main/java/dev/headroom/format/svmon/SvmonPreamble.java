package dev.headroom.format.svmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.format.grammar.SvmonParser.UnitContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the first header of a report and holds for the report: its unit, its time, a
 * rule. Each report takes it once; what of it repeats from report to report is remembered.
 */
final class SvmonPreamble {
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d):([0-5]\\d|60)");

  private static final Pattern ASKED = Pattern.compile("\\bunit=(\\w{1,8})");

  private static final int LONGEST = 240;

  /** What stands in the middle of a rule is indented so far, at least. */
  private static final int CENTRED = 16;

  /** A label of which one character is wrong or missing, or a unit with little before it. */
  private static final Pattern DAMAGED_UNIT =
      Pattern.compile(
          "(?i)^\\s*(?:.?nit:?|u.?it:?|un.?t:?|uni.?:?|unit.?)(?:\\s+\\S+){0,2}\\s*$"
              + "|^Unit:"
              + "|^\\s*\\S{1,8}:?\\s*(?:auto|pages?|[kmg]b)\\s*$");

  private final SectionContext context;
  private boolean unitPrinted;
  private Optional<SvmonUnit> unit = Optional.empty();
  private boolean timePrinted;
  private int secondOfDay = -1;
  private boolean ruled;
  private @Nullable SvmonHeadings lastHeadings;
  private Optional<SvmonUnit> lastUnit = Optional.empty();

  /** Whether the last report that printed its unit has lost its first header. */
  private boolean beheaded;

  /** The unit of that report. */
  private Optional<SvmonUnit> beheadedUnit = Optional.empty();

  SvmonPreamble(SectionContext context) {
    this.context = context;
    context.opening().above().filter(SvmonPreamble::isDamagedUnit).ifPresent(line -> unitLost());
  }

  /** Whether a line that is no unit line may have been one before it was damaged. */
  static boolean isDamagedUnit(Line line) {
    return line.length() <= LONGEST && DAMAGED_UNIT.matcher(line.text()).find();
  }

  /** Reads what is left of the line that names the unit: the figures below are in none known. */
  Outcome damaged(Line line) {
    unitLost();
    context.report(
        line,
        1 + line.indent(),
        DiagnosticCode.UNEXPECTED_LINE,
        "this may be the line that names the unit; it is damaged and left out");
    return Outcome.REJECTED;
  }

  /** Says that a line that may have named the unit could not be read. */
  void unitLost() {
    unitPrinted = true;
    unit = Optional.empty();
  }

  /** Reads {@code Unit: KB}, which may hold the time too. */
  Outcome read(Line line, UnitContext found) {
    if (found.timestamp() != null) {
      time(line, found.timestamp().getStop());
    }
    if (found.unitName() == null) {
      return Outcome.UNDERSTOOD;
    }
    unitPrinted = true;
    unit = SvmonUnit.named(found.unitName().getText());
    if (unit.isPresent()) {
      return Outcome.UNDERSTOOD;
    }
    Token name = found.unitName().getStart();
    context.report(
        line,
        LineGrammar.column(name),
        DiagnosticCode.UNKNOWN_LABEL,
        "unit '" + name.getText() + "' is not known; the figures below it are left out");
    return Outcome.REJECTED;
  }

  private void time(Line line, Token stamp) {
    timePrinted = true;
    String text = stamp.getText();
    int label = stamp.getType() == SvmonLexer.STAMPED ? text.indexOf(':') + 1 : 0;
    Matcher time = TIME.matcher(text.substring(label));
    if (time.matches()) {
      int minutes = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
      secondOfDay = minutes * 60 + Integer.parseInt(time.group(3));
    } else {
      context.report(
          line,
          LineGrammar.column(stamp) + label,
          DiagnosticCode.BAD_TIME,
          "'"
              + text.substring(label)
              + "' is not a time of day; the samples keep their order only");
    }
  }

  /**
   * Whether a line is a word in the middle, below the unit and its rule, where the title stands.
   */
  boolean isTitle(Line line) {
    return unitPrinted
        && ruled
        && line.indent() >= CENTRED
        && line.length() <= LONGEST
        && line.text().strip().indexOf(' ') < 0;
  }

  /** Reads a rule of dashes: a long one stands under a {@code Unit:} line. */
  void rule(Line line) {
    ruled |= Svmon.isLongRuler(line);
  }

  /** A row stands below the rule, which is no head of the report below. */
  void rowSeen() {
    ruled = false;
  }

  /** Whether a unit stands here whose report has not begun. */
  boolean isPending() {
    return unitPrinted;
  }

  /** The unit of a report that has lost its first header; empty where no line tells it. */
  Optional<SvmonUnit> unit() {
    if (unitPrinted) {
      beheaded = true;
      beheadedUnit = unit;
    }
    return unit;
  }

  /** Whether the unit of the reports below hangs on one that has lost its first header. */
  boolean isBeheaded() {
    return beheaded;
  }

  /**
   * The unit of the report that has lost its first header, once the rows of another have shown that
   * theirs is the same.
   */
  Optional<SvmonUnit> sameUnit() {
    beheaded = false;
    lastUnit = beheadedUnit;
    return beheadedUnit;
  }

  /**
   * The unit of the figures under a header: what the line above it says; what held for the same
   * header before; without either pages, unless the header is one of unit mode under its rule,
   * whose {@code Unit:} line was lost, or the report that printed its unit has lost its header.
   */
  Optional<SvmonUnit> unit(SvmonHeadings headings) {
    Optional<SvmonUnit> found;
    if (unitPrinted) {
      found = unit;
      beheaded = false;
    } else if (beheaded || (ruled && headings.has(SvmonLexer.AVAILABLE))) {
      found = Optional.empty();
    } else if (lastHeadings != null && headings.repeats(lastHeadings)) {
      found = lastUnit;
    } else if (headings.has(SvmonLexer.PGSP)) {
      found = Optional.empty(); // the long form always names its unit
    } else {
      found = asked();
    }
    lastHeadings = headings;
    lastUnit = found;
    return found;
  }

  /** The unit that the command asks for, which the line above the header would name; else pages. */
  private Optional<SvmonUnit> asked() {
    Matcher unit = ASKED.matcher(context.command().orElse(""));
    return unit.find() ? SvmonUnit.named(unit.group(1)) : Optional.of(SvmonUnit.PAGES);
  }

  /**
   * Takes what stands here for a report that begins, and gives its time: as printed, or by its
   * place in the call, from 0.
   */
  double take(Line line, long place) {
    double time = timePrinted ? printedTime(line) : context.clock().atRow(place);
    timePrinted = false;
    unitPrinted = false;
    unit = Optional.empty();
    secondOfDay = -1;
    ruled = false;
    return time;
  }

  /** The time that was printed; not a number where it could not be read. */
  private double printedTime(Line line) {
    if (secondOfDay < 0) {
      return Double.NaN;
    }
    double time = context.clock().atSecondOfDay(secondOfDay);
    if (context.clock().jumpedBack()) {
      context.report(
          line,
          0,
          DiagnosticCode.CLOCK_JUMP,
          "the time of day goes back without passing midnight; kept as read");
    }
    return time;
  }
}
