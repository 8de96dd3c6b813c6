package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import dev.headroom.format.grammar.CpFiguresParser.LineContext;
import dev.headroom.format.grammar.CpFiguresParser.WordContext;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the answers to one {@code INDICATE USER}, guest by guest. */
final class IndicateUserReader extends CpAnswerReader<CpFiguresParser, LineContext> {
  private static final Pattern USERID = Pattern.compile("[A-Za-z0-9@#$_+:-]{1,8}");

  /** Labels of two figures, in whatever company. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?:\\b(?:RES|WS|LOCKEDREAL|RESVD|INSTAN|STOR|MACH|USERID)\\b *=? *\\w+\\b.*?){2}");

  /** A figure whose equals sign was lost: no title has one but the number of a processor. */
  private static final Pattern FIGURE_IN_TITLE = Pattern.compile("^(?!CPU \\d+:$).*\\d");

  /** The labels of the lines below a guest's first. */
  private static final Set<Integer> BELOW_NAME =
      Set.of(
          CpFiguresLexer.RESIDENT,
          CpFiguresLexer.WORKING_SET,
          CpFiguresLexer.LOCKED,
          CpFiguresLexer.RESERVED_PAGES,
          CpFiguresLexer.INSTANTIATED);

  /** Labels of a guest's first line that carry no sample. */
  private static final Set<String> BEHIND_NAME = Set.of("MACH", "VIRT");

  private static final Map<Integer, Metric> METRICS =
      Map.of(
          CpFiguresLexer.STOR, Metric.MEMORY_LOGICAL,
          CpFiguresLexer.RESIDENT, Metric.MEMORY_RESIDENT,
          CpFiguresLexer.WORKING_SET, Metric.MEMORY_WORKINGSET,
          CpFiguresLexer.LOCKED, Metric.MEMORY_LOCKED,
          CpFiguresLexer.RESERVED_PAGES, Metric.MEMORY_RESERVED,
          CpFiguresLexer.INSTANTIATED, Metric.MEMORY_INSTANTIATED,
          CpFiguresLexer.XSTORE, Metric.MEMORY_XSTORE);

  private final Map<String, List<CpSample>> samplesOf = new LinkedHashMap<>();

  /** The guest whose lines these are; null where no line that could be read says it. */
  private @Nullable String guest;

  /** The lines on which this guest's labels stand. */
  private final Map<Integer, Long> lineOf = new HashMap<>();

  private boolean saidNameless;

  /** The line above, where it has figures. */
  private String lastText = "";

  /** Whether no figures stand below the guest before this one: they may stand below this one. */
  private boolean afterBareGuest;

  IndicateUserReader(SectionContext context) {
    super(context, CpGrammar.figures());
  }

  @Override
  Outcome read(Line line, LineContext tree) {
    List<CpFigure> figures = CpFigure.of(tree);
    if (figures.stream().noneMatch(IndicateUserReader::isKnown)) {
      return damaged(line);
    }
    if (tree.title() != null && FIGURE_IN_TITLE.matcher(titleOf(tree)).find()) {
      context()
          .report(
              line,
              1 + line.indent(),
              DiagnosticCode.UNEXPECTED_LINE,
              "'" + titleOf(tree) + "' has no label and no equals sign; it is left out");
    }
    if (figures.stream().allMatch(figure -> figure.label() == CpFiguresLexer.REST)) {
      return Outcome.NOISE;
    }
    if (holdsLostName(figures)) {
      return lostName(line);
    }
    if (isDoubled(line, figures)) {
      figures.forEach(figure -> lineOf.replace(figure.label(), line.number()));
      boolean same = !afterBareGuest || lastText.startsWith(line.text().strip());
      if (!same && guest != null) {
        samplesOf(guest).removeIf(sample -> sample.line() == line.number() - 1);
      }
      context()
          .report(
              line,
              figures.get(0).place().labelColumn(),
              DiagnosticCode.UNEXPECTED_LINE,
              "'"
                  + figures.get(0).name()
                  + "' appears twice for one guest"
                  + (same
                      ? "; the second is left out"
                      : ", with other figures; both are left out"));
      return Outcome.REJECTED;
    }
    lastText = line.text().strip();
    int read = 0;
    for (CpFigure figure : figures) {
      read += figure(line, figure) ? 1 : 0;
    }
    return read > 0 ? Outcome.UNDERSTOOD : Outcome.REJECTED;
  }

  /**
   * Whether the end of a guest's first line stands behind labels of the lines below it: the end of
   * those, the lines between, and the name of the guest were lost.
   */
  private static boolean holdsLostName(List<CpFigure> figures) {
    boolean below = false;
    for (CpFigure figure : figures) {
      if (below && isOfFirstLine(figure)) {
        return true;
      }
      below |= BELOW_NAME.contains(figure.label());
      below &= figure.label() != CpFiguresLexer.USERID;
    }
    return false;
  }

  /** Whether a figure stands behind a guest's name; further below XSTORE is a number of pages. */
  private static boolean isOfFirstLine(CpFigure figure) {
    boolean attached =
        figure.label() == CpFiguresLexer.XSTORE && (figure.absent() || isAttached(figure));
    return attached
        || figure.label() == CpFiguresLexer.STOR
        || BEHIND_NAME.contains(figure.name().toUpperCase(Locale.ROOT));
  }

  /** What stands below such a line is a guest's whose name was lost in it. */
  private Outcome lostName(Line line) {
    guest = null;
    lineOf.clear();
    saidNameless = true;
    context()
        .report(
            line,
            1 + line.indent(),
            DiagnosticCode.NO_HEADER,
            "the line goes on as a guest's first, and no USERID says whose; it and what stands"
                + " below are left out up to the next USERID");
    return Outcome.REJECTED;
  }

  private static String titleOf(LineContext tree) {
    return tree.title().word().stream().map(WordContext::getText).collect(Collectors.joining(" "));
  }

  /** A line with the answer's labels and figures that cannot be read is told. */
  @Override
  Outcome unknown(Line line, Optional<LineGrammar.Mismatch> why) {
    return damaged(line);
  }

  private Outcome damaged(Line line) {
    if (line.length() > CpAnswer.LONGEST || !LABELLED.matcher(line.text()).find()) {
      return Outcome.FOREIGN;
    }
    context()
        .report(
            line,
            1 + line.indent(),
            DiagnosticCode.UNEXPECTED_LINE,
            "the line is not such as INDICATE USER prints; it is left out");
    return Outcome.REJECTED;
  }

  private static boolean isKnown(CpFigure figure) {
    return METRICS.containsKey(figure.label())
        || figure.label() == CpFiguresLexer.USERID
        || figure.label() == CpFiguresLexer.REST;
  }

  /**
   * A line that comes twice in a row was doubled; one that comes again later is another guest's.
   */
  private boolean isDoubled(Line line, List<CpFigure> figures) {
    return figures.stream()
        .anyMatch(
            figure ->
                METRICS.containsKey(figure.label())
                    && figures.get(0).label() != CpFiguresLexer.USERID
                    && isAgain(line, lineOf.getOrDefault(figure.label(), -1L)));
  }

  /**
   * Whether a label stood in the line above, or in one that was broken off and comes again whole.
   */
  private boolean isAgain(Line line, long before) {
    return before == line.number() - 1
        || (before > 0 && before == line.number() - 2 && line.text().strip().startsWith(lastText));
  }

  /** Reads one figure; false where it could not be read. */
  private boolean figure(Line line, CpFigure figure) {
    if (figure.label() == CpFiguresLexer.USERID) {
      return userid(line, figure);
    }
    Metric metric = METRICS.get(figure.label());
    if (metric == null) {
      boolean known = figure.label() == CpFiguresLexer.REST;
      if (!known) {
        figure.reportUnknown(context(), line);
      }
      return known;
    }
    if (lineOf.putIfAbsent(figure.label(), line.number()) != null) {
      guest = null; // the line that began another guest was lost
    }
    if (guest == null) {
      return nameless(line, figure);
    }
    Optional<Double> value = value(line, figure);
    value.ifPresent(read -> samplesOf(guest).add(new CpSample(metric, read, line.number())));
    return value.isPresent() || figure.absent() || isAttached(figure);
  }

  private List<CpSample> samplesOf(@Nullable String userid) {
    return samplesOf.computeIfAbsent(String.valueOf(userid), key -> new ArrayList<>());
  }

  private Optional<Double> value(Line line, CpFigure figure) {
    if (figure.label() == CpFiguresLexer.STOR) {
      return figure.size(context(), line);
    }
    return isAttached(figure) ? Optional.empty() : figure.pages(context(), line, unended());
  }

  /**
   * Whether it says how much expanded storage is attached to the guest, and not how much it uses.
   */
  private static boolean isAttached(CpFigure figure) {
    return figure.label() == CpFiguresLexer.XSTORE
        && figure.plain()
        && !Character.isDigit(figure.value().charAt(figure.value().length() - 1));
  }

  private boolean userid(Line line, CpFigure figure) {
    afterBareGuest = guest != null && !lineOf.containsKey(CpFiguresLexer.RESIDENT);
    lineOf.clear();
    saidNameless = false;
    // MACH= follows on the line, else the name may have been cut
    boolean fits = USERID.matcher(figure.value()).matches() && !figure.place().last();
    guest = fits ? figure.value() : null;
    if (!fits) {
      saidNameless = true;
      context()
          .report(
              line,
              figure.place().column(),
              DiagnosticCode.UNEXPECTED_LINE,
              "'" + figure.value() + "' is not the name of a guest; its figures are left out");
    }
    return fits;
  }

  private boolean nameless(Line line, CpFigure figure) {
    if (!saidNameless) {
      saidNameless = true;
      context()
          .report(
              line,
              figure.place().labelColumn(),
              DiagnosticCode.NO_HEADER,
              "no USERID says whose figures these are; they are left out up to the next USERID");
    }
    return false;
  }

  @Override
  public List<Draft> close() {
    List<Draft> drafts = new ArrayList<>();
    samplesOf.forEach(
        (userid, samples) -> drafts.add(CpSample.ofGuest(context(), userid, samples)));
    return drafts;
  }
}
