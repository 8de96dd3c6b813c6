package dev.headroom.format;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.Lines;
import dev.headroom.capture.SourceSpan;
import dev.headroom.format.transcript.Operands;
import dev.headroom.format.transcript.Transcript;
import dev.headroom.identity.CaptureClock;
import dev.headroom.identity.Claim;
import dev.headroom.identity.FileName;
import dev.headroom.identity.FileWords;
import dev.headroom.identity.SiteCapture;
import dev.headroom.identity.Stretch;
import dev.headroom.series.Table;
import dev.headroom.unit.IsoTime;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text: finds its sections, hands them line by line to their readers, counts what became
 * of every line, and gives what tells whose its captures are.
 */
final class TextReader {
  private static final Pattern FIGURE = Pattern.compile("[-+]?\\d[\\d.,']*[kKMGTB%]{0,2}");
  private static final int LEAST_FIGURES = 4;

  private static final int LONGEST_ABOVE = 240;

  /** So far below the first line of a table its second row stands. */
  private static final int ROWS_AHEAD = 12;

  /** The formats that are one table, so that figures below it are meant to be its rows. */
  private static final Set<String> TABLES = Set.of("vmstat", "lparstat", "topas-cec");

  private final String source;
  private final ReadOptions options;
  private final Optional<SiteCapture> site;
  private final String place;
  private final FileName fileName;
  private final DiagnosticLog log = new DiagnosticLog();
  private final Transcript transcript = new Transcript();
  private final List<Format> formats;
  private final DraftTables drafts;
  private @Nullable Section current;
  private LineCounts counts = LineCounts.NONE;
  private long claimed;

  /** Blank lines, prompts and dates: they are noise even where no format claims anything. */
  private long expected;

  private @Nullable Line firstUnclaimed;

  /** Whether the line at hand is blank, and whether the line above it is. */
  private boolean blank;

  private boolean belowBlank;

  /** The first line that is not blank. */
  private @Nullable Line first;

  /** Whether the line above, blank lines aside, is of the open section. */
  private boolean beneath;

  /** Whether the line at hand is a screen row that begins inside a line, where no name stands. */
  private boolean inside;

  /** Whether a run of figures beneath the open section was told. */
  private boolean told;

  /** Whether the input ends inside the line at hand. */
  private boolean unended;

  /** The line above, blank lines aside, where nothing claimed it; null where something did. */
  private @Nullable Line above;

  /** Whether a line of the run of binary lines at hand was told. */
  private boolean toldOfBinary;

  /** Whether a date line stands below the open section: what follows may be its next row. */
  private boolean dated;

  /** A word alone on a line below the open section, which may be the next host's name. */
  private @Nullable String word;

  /** Whether the line before, and the line before the word, was a ruler. */
  private boolean ruler;

  private boolean ruledWord;

  /** Whether the last ruler was of colons. */
  private boolean colons;

  /** The line at which the open section began, and whether a date for it stands before it. */
  private long openedAt;

  private boolean datedBefore;

  /** Whether it was told that the site file gives a start that is not needed. */
  private boolean toldOfStart;

  /** A section that is being read. */
  private record Section(
      Format format,
      SectionReader reader,
      CaptureClock clock,
      Transcript.Spoken spoken,
      int scope,
      @Nullable LocalDateTime opened) {

    /** The same section from a date line inside it on. */
    Section from(LocalDateTime date) {
      return new Section(format, reader, clock, spoken, scope, date);
    }
  }

  TextReader(String source, String place, ReadOptions options) {
    this.source = source;
    this.place = place;
    this.options = options;
    this.site = options.capture(source);
    this.fileName = FileName.of(source);
    this.drafts = new DraftTables(source, transcript.screens());
    this.formats =
        options
            .format()
            .map(name -> Formats.all().stream().filter(f -> f.name().equals(name)).toList())
            .orElse(Formats.all());
  }

  /**
   * Reads the lines of a host to their end.
   *
   * @param host the host that printed all of them; empty where no name stands in front of them
   */
  void read(Lines lines, String host) throws IOException {
    if (!host.isEmpty()) {
      transcript.sayHost(host, Claim.BANNER);
    }
    try {
      readLines(lines);
    } finally {
      lines.close();
      closeSection();
      Line shown = firstUnclaimed == null ? first : firstUnclaimed;
      if (claimed == 0 && shown != null) {
        rejectAll(shown);
      }
    }
  }

  private void readLines(Lines lines) throws IOException {
    Outcome worst = Outcome.FOREIGN;
    boolean strange = false;
    boolean open = false;
    while (true) {
      inside = open;
      if (current != null && current.reader() instanceof BulkReader rows) {
        long taken = rows.takeRows(lines);
        claimed += taken;
        counts = counts.plus(new LineCounts(taken, 0, 0));
        toldOfBinary &= taken == 0;
        dated &= taken == 0; // the table goes on: a heading that repeats is its own
      }
      unended = lines.nextIsUnended();
      Line line = lines.next();
      if (line == null) {
        if (open) {
          count(worst); // the input ended with a row that nothing showed to be the last
          expected += strange ? 0 : 1;
        }
        return;
      }
      Outcome outcome = isReadable(line, lines) ? outcome(line, lines) : Outcome.REJECTED;
      worst = worse(worst, outcome);
      strange |= outcome == Outcome.FOREIGN;
      open = !lines.lineEnded();
      if (!open) {
        count(worst);
        expected += strange ? 0 : 1;
        worst = Outcome.FOREIGN;
        strange = false;
      }
    }
  }

  /** Of the screen rows of one line the rejected one decides, then the one that was understood. */
  private static Outcome worse(Outcome a, Outcome b) {
    if (a == Outcome.REJECTED || b == Outcome.REJECTED) {
      return Outcome.REJECTED;
    }
    if (a == Outcome.UNDERSTOOD || b == Outcome.UNDERSTOOD) {
      return Outcome.UNDERSTOOD;
    }
    return a == Outcome.NOISE ? a : b;
  }

  private void count(Outcome outcome) {
    counts =
        switch (outcome) {
          case UNDERSTOOD -> counts.plus(new LineCounts(1, 0, 0));
          case REJECTED -> counts.plus(new LineCounts(0, 0, 1));
          case NOISE, FOREIGN -> counts.plus(new LineCounts(0, 1, 0));
        };
  }

  /** Whether a line is text of a length that is read; one that is not costs itself. */
  private boolean isReadable(Line line, Lines lines) {
    if (lines.wasBinary()) {
      if (!toldOfBinary) {
        log.add(
            source,
            line,
            0,
            DiagnosticCode.BINARY,
            "the line holds bytes that no text has; such lines are left out");
      }
      toldOfBinary = true;
    } else if (lines.wasTooLong()) {
      log.add(
          source,
          line,
          0,
          DiagnosticCode.TOO_LONG,
          "the line is longer than " + options.limits().lineBytes() + " bytes; it is left out");
    } else {
      return true;
    }
    above = shortCopy(line);
    if (current != null) {
      current.reader().passOver(line);
    }
    return false;
  }

  private Outcome outcome(Line line, Lines lines) {
    belowBlank = blank;
    blank = line.isBlank();
    if (blank) {
      return Outcome.NOISE;
    }
    if (first == null) {
      first = line.copy();
    }
    LocalTime stamp = lines.stampOfDay();
    if (stamp != null) {
      stamped(lines.stamp(), stamp);
    }
    if (transcript.noteStatus(line)) {
      return Outcome.NOISE;
    }
    boolean afterRuler = ruler;
    ruler = isRuler(line);
    colons = ruler ? line.startsWith(":") : colons;
    if (transcript.notePrompt(line)) {
      if (current != null) {
        current.clock().end(transcript.promptSecond());
      }
      closeSection();
      above = null;
      return Outcome.NOISE;
    }
    if (current != null && transcript.noteDate(line)) {
      noted();
      return Outcome.NOISE;
    }
    Optional<Format> opened = Optional.empty();
    // below a date a row goes on with its table, though alone it would open one
    if ((dated && !beginsWithFigure(line)) || word != null) {
      opened = opening(line, lines);
      if (opened.isPresent() && isInside(opened.get(), line)) {
        opened = Optional.empty();
        word = null;
      }
      if (hostNamed(opened.isPresent())) {
        return Outcome.NOISE;
      }
    }
    if (opened.isPresent()) {
      return open(opened.get(), line, lines);
    }
    if (current != null) {
      Outcome outcome = current.reader().read(line, unended);
      if (outcome != Outcome.FOREIGN) {
        claimed++;
        above = null;
        toldOfBinary = false;
        dated = false;
        beneath = true;
        told = false;
        return outcome;
      }
    }
    opened = opening(line, lines);
    if (opened.isPresent()) {
      return open(opened.get(), line, lines);
    }
    if (transcript.note(line)) {
      noted();
      above = null;
      return Outcome.NOISE;
    }
    Optional<String> found = inside ? Optional.empty() : Transcript.wordIn(line);
    if (found.isPresent()) {
      word = found.get();
      ruledWord = afterRuler;
      if (current == null) {
        transcript.noteWord(word);
      }
    }
    above = shortCopy(line);
    if (firstUnclaimed == null) {
      firstUnclaimed = line.copy();
    }
    beneath &= current != null && TABLES.contains(current.format().name()) && isOfFigures(line);
    return beneath ? strangeRow(line) : Outcome.FOREIGN;
  }

  /** Whether a line is one from the middle of the open section, whatever stands above it. */
  private boolean isInside(Format format, Line line) {
    return current != null
        && current.format().equals(format)
        && (!format.begins(line) || current.reader().expectsMore());
  }

  /** A line that stays valid; null for one that is too long to tell how a section is to be read. */
  private static @Nullable Line shortCopy(Line line) {
    return line.length() <= LONGEST_ABOVE ? line.copy() : null;
  }

  /** Figures right below a table that its reader does not know as a row: told once for the run. */
  private Outcome strangeRow(Line line) {
    if (!told) {
      told = true;
      log.add(
          source,
          line,
          1 + line.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "these figures are no row of the table above; they are left out");
    }
    return Outcome.REJECTED;
  }

  /** Whether a line holds at least four figures, and little else. */
  private static boolean isOfFigures(Line line) {
    String[] words = line.preview().strip().split("\\s+", -1);
    int figures = 0;
    for (String word : words) {
      figures += FIGURE.matcher(word).matches() ? 1 : 0;
    }
    return figures >= LEAST_FIGURES && figures * 3 >= words.length * 2;
  }

  private void stamped(@Nullable LocalDateTime time, LocalTime clock) {
    if (time != null) {
      transcript.stamped(time);
    } else {
      transcript.stampedClock(clock);
    }
    if (current != null) {
      current.clock().stamp(time, clock);
    }
  }

  private Optional<Format> opening(Line line, Lines lines) {
    return formats.stream()
        .filter(format -> format.opens(line, lines))
        .findFirst()
        .or(
            () ->
                transcript
                    .command()
                    .flatMap(
                        command ->
                            formats.stream()
                                .filter(format -> format.answers(command, line))
                                .findFirst()));
  }

  /**
   * Decides on a word that stood alone on the line before: between two rulers it is a host's name,
   * and so it may be where a capture begins below it.
   *
   * @return whether the line at hand is the second ruler
   */
  private boolean hostNamed(boolean opens) {
    String name = word;
    word = null;
    if (name != null && ruler && ruledWord) {
      closeSection();
      // colons stand around the names of files
      String host = colons ? FileWords.left(name) : name;
      if (!host.isEmpty()) {
        transcript.sayHost(host, Claim.BANNER);
      }
      return true;
    }
    if (name != null && opens) {
      closeSection();
      transcript.noteWord(name);
    }
    return false;
  }

  /** A line that stands between captures ends the one before it, but for a date, which may not. */
  private void noted() {
    Section section = current;
    LocalDateTime now = transcript.now();
    LocalTime clock = section == null ? null : transcript.takeClock();
    if (section != null && clock != null) {
      dated = true;
      section.clock().stamp(null, clock);
    } else if (section != null && now != null && transcript.notedDate()) {
      dated = true;
      section.clock().resumeAt(now);
      current = section.from(now);
    } else {
      closeSection();
    }
  }

  private static boolean beginsWithFigure(Line line) {
    int at = line.start() + line.indent();
    return at < line.end() && line.bytes()[at] >= '0' && line.bytes()[at] <= '9';
  }

  /** Whether a line holds nothing but strokes. */
  private static boolean isRuler(Line line) {
    int strokes = 0;
    for (int at = line.start(); at < line.end(); at++) {
      byte b = line.bytes()[at];
      if (b == '-' || b == '=' || b == '*' || b == '#' || b == '_' || b == ':') {
        strokes++;
      } else if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return strokes >= 4;
  }

  private Outcome open(Format format, Line line, Lines lines) {
    closeSection();
    claimed++;
    toldOfBinary = false;
    openedAt = line.number();
    Optional<Operands> operands = transcript.operands(format.tool());
    CaptureClock clock = clock(operands);
    LocalTime ofDay = transcript.takeClock();
    if (ofDay != null) {
      clock.stamp(null, ofDay);
    }
    boolean sinceBoot = operands.isPresent() && operands.get().once() && !hasMoreRows(lines);
    Transcript.Spoken spoken = transcript.speakerOf(format.tool());
    SectionReader reader =
        format.open(
            new SectionContext(
                source,
                log,
                clock,
                new Opening(
                    transcript.command(), sinceBoot, !belowBlank, Optional.ofNullable(above)),
                fileName.subject(),
                site.map(SiteCapture::subject),
                options));
    current = new Section(format, reader, clock, spoken, transcript.scope(), transcript.now());
    above = null;
    transcript.outputBegan();
    Outcome outcome = reader.read(line, unended);
    beneath = true;
    told = false;
    return outcome == Outcome.FOREIGN ? Outcome.NOISE : outcome;
  }

  /** Whether a second row of figures follows on the first: then rows are of intervals. */
  private static boolean hasMoreRows(Lines lines) {
    int first = 0;
    for (int ahead = 1; ahead <= ROWS_AHEAD; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null) {
        return false;
      }
      int cells = beginsWithFigure(next) ? next.preview().strip().split("\\s+", -1).length : 0;
      // the rest of a row that a terminal wrapped is shorter than the row
      if (cells > 1 && first > 0 && cells >= first - 1) {
        return true;
      }
      if (first > 0 && !next.isBlank() && cells == 0) {
        return false;
      }
      first = Math.max(first, cells);
    }
    return false;
  }

  /**
   * The clock of a capture that begins here: a date line first, then the file's name, then the
   * site.
   */
  private CaptureClock clock(Optional<Operands> operands) {
    double interval = operands.map(Operands::intervalMillis).orElse(Double.NaN);
    LocalDateTime siteStart = site.map(SiteCapture::start).orElse(null);
    if (Double.isNaN(interval)) {
      interval = site.map(SiteCapture::intervalMillis).orElse(Double.NaN);
    }
    LocalDateTime now = transcript.now();
    datedBefore = now != null;
    if (now != null) {
      return new CaptureClock(null, now, now.toLocalTime().toSecondOfDay(), interval);
    }
    LocalDate date = fileName.date();
    if (date != null) {
      LocalDateTime start =
          fileName.time() == null
              ? siteStart != null && siteStart.toLocalDate().equals(date) ? siteStart : null
              : date.atTime(fileName.time());
      datedBefore = !Objects.equals(start, siteStart);
      return new CaptureClock(date, start, -1, interval);
    }
    return new CaptureClock(null, siteStart, -1, interval);
  }

  private void closeSection() {
    if (current == null) {
      return;
    }
    Section section = current;
    current = null;
    dated = false;
    tellOfStart(section);
    section.clock().passMidnights(transcript.midnights(), transcript.stampMidnights());
    drafts.add(
        section.format().name(),
        section.spoken(),
        section.scope(),
        section.clock().intervalMillis(),
        section.reader().close());
    LineCounts other = section.reader().turnedOut();
    counts =
        counts.plus(
            new LineCounts(-other.noise() - other.rejected(), other.noise(), other.rejected()));
    LocalDateTime latest = Table.localTime(section.clock().latest());
    // a date line that ended the section knows better
    if (latest != null && Objects.equals(section.opened(), transcript.now())) {
      transcript.passed(latest);
    }
  }

  /** Says that a start of the site file is about a capture that has dates, which hold. */
  private void tellOfStart(Section section) {
    LocalDateTime start = site.map(SiteCapture::start).orElse(null);
    if (start != null && !toldOfStart && (datedBefore || section.clock().isDated())) {
      toldOfStart = true;
      log.add(
          new Diagnostic(
              new SourceSpan(source, openedAt, 0),
              DiagnosticCode.SITE_FILE,
              "the site file gives the start "
                  + IsoTime.of(start)
                  + ", and the capture has dates, which hold",
              ""));
    }
  }

  /** A text in which no format claims anything, so that all was noise: one diagnostic says so. */
  private void rejectAll(Line first) {
    counts = new LineCounts(0, expected, counts.rejected() + counts.noise() - expected);
    String asked =
        options
            .format()
            .map(name -> "this input cannot be read as " + name)
            .orElse("this input has no known format");
    log.add(
        new Diagnostic(
            new SourceSpan(source, first.number(), 0),
            DiagnosticCode.UNKNOWN_FORMAT,
            asked + " (headroom formats lists the formats)",
            first.preview()));
  }

  /** The samples, and what tells whose they are. */
  List<Stretch> stretches() {
    double shift = site.map(SiteCapture::clockMillis).orElse(0.0);
    return drafts.stretches(place, site.map(SiteCapture::subject), fileName.subject()).stream()
        .map(stretch -> stretch.with(stretch.table().shifted(shift)))
        .toList();
  }

  LineCounts lines() {
    return counts;
  }

  List<Diagnostic> diagnostics() {
    return log.all(source);
  }
}
