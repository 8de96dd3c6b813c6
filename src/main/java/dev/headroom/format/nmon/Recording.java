package dev.headroom.format.nmon;

import dev.headroom.capture.LineCounts;
import dev.headroom.format.Draft;
import dev.headroom.format.SectionContext;
import dev.headroom.identity.CaptureClock;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Kind;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of nmon: its snapshots, joined by their marks, and what was printed once.
 *
 * <p>In a file as nmon writes it the rows of a snapshot stand below its time line, so that a
 * snapshot is complete some time lines later, and only a few are open at a time. In a file that was
 * sorted all of them stay open to the end.
 */
final class Recording {
  /** How many snapshots stay open in a file as nmon writes it: rows may come a little late. */
  private static final int OPEN = 8;

  /** A file is as nmon writes it where no more than one of this number of rows is out of place. */
  private static final int ROWS_TO_ONE = 5;

  private final SectionContext context;
  private final Facts facts;
  private final ConfigurationBlocks configuration;
  private final SnapshotSamples samples = new SnapshotSamples();
  private final Identities identities = new Identities();
  private final Map<Integer, Snapshot> open = new HashMap<>();
  private final Deque<Snapshot> spare = new ArrayDeque<>();

  /** The snapshots whose time lines stood last, the latest at the end. */
  private final Deque<Snapshot> begun = new ArrayDeque<>();

  /** The sections that have a header or a row. */
  private final Set<Section> sections = EnumSet.noneOf(Section.class);

  private @Nullable Snapshot last;
  private @Nullable CaptureClock undated;
  private boolean begins = true;
  private boolean held;
  private long useless;
  private boolean timeLineWasLast;

  /** How many rows stand below the time line of their snapshot, and how many do not. */
  private long placed;

  private long misplaced;
  private boolean dated;
  private int completed;
  private double completedTime = Double.NaN;
  private double latest = Double.NaN;

  Recording(SectionContext context, Facts facts) {
    this.context = context;
    this.facts = facts;
    this.configuration = new ConfigurationBlocks(context);
  }

  /** What its lines {@code AAA} say. */
  Facts facts() {
    return facts;
  }

  /** What commands printed. */
  ConfigurationBlocks configuration() {
    return configuration;
  }

  /** Whether nothing but facts stood in it so far. */
  boolean begins() {
    return begins;
  }

  /** Whether its lines are not in the order in which nmon writes them, as far as is known. */
  boolean isSorted() {
    return placed == 0 || misplaced * ROWS_TO_ONE > placed;
  }

  /** Notes that something but facts stands in it. */
  void goesOn() {
    begins = false;
  }

  /** Whether time lines of it have dates. */
  boolean isDated() {
    return dated;
  }

  /** Whether snapshots up to a mark are complete, so that nothing can be added to this one. */
  boolean isCompleted(int mark) {
    return mark <= completed && !open.containsKey(mark);
  }

  /** The latest time of its snapshots, milliseconds; {@link Double#NaN} before the first. */
  double latest() {
    return latest;
  }

  /** The snapshot whose time line stood last; null before the first. */
  @Nullable Snapshot current() {
    return begun.peekLast();
  }

  /** Notes that a section has a row, whatever its columns are. */
  void note(Section section) {
    sections.add(section);
  }

  /** Notes that a section has a header or a row of these columns. */
  void note(RowLayout layout) {
    if (layout.tells()) {
      sections.add(layout.section());
    }
  }

  /** Says whether rows wait for their header, so that no snapshot is complete. */
  void hold(boolean waits) {
    held = waits;
  }

  /** The snapshot of a mark, a new one where the mark is new. */
  Snapshot at(int mark) {
    Snapshot found = last;
    if (found == null || found.mark() != mark) {
      found = open.get(mark);
      if (found == null) {
        found = spare.isEmpty() ? new Snapshot(mark) : spare.pop();
        found.reuse(mark);
        open.put(mark, found);
      }
      last = found;
    }
    return found;
  }

  /** Notes that a row stands here, and says whether it is below its snapshot's time line. */
  boolean noteRow(int mark) {
    begins = false;
    timeLineWasLast = false;
    Snapshot now = begun.peekLast();
    boolean below = now != null && now.mark() == mark;
    placed += below ? 1 : 0;
    misplaced += below ? 0 : 1;
    return below;
  }

  /**
   * Begins a snapshot.
   *
   * @param millis its time; {@link Double#NaN} where the line has no date
   * @param second of the day
   */
  void begin(int mark, double millis, int second) {
    begins = false;
    dated |= !Double.isNaN(millis);
    misplaced += timeLineWasLast ? 1 : 0; // time lines one after another: the file was sorted
    timeLineWasLast = true;
    Snapshot snapshot = at(mark);
    snapshot.time(millis);
    snapshot.secondOfDay(second);
    latest = Double.isNaN(latest) || millis > latest ? millis : latest;
    begun.addLast(snapshot);
    if (begun.size() > OPEN) {
      Snapshot earlier = begun.removeFirst();
      if (!isSorted() && !held && earlier.mark() < mark) {
        completeUpTo(earlier.mark());
      }
    }
  }

  private void completeUpTo(int mark) {
    open.values().stream()
        .filter(snapshot -> snapshot.mark() <= mark)
        .sorted(Comparator.comparingInt(Snapshot::mark))
        .toList()
        .forEach(this::complete);
  }

  private void complete(Snapshot snapshot) {
    open.remove(snapshot.mark());
    last = last == snapshot ? null : last;
    double time = time(snapshot);
    double before =
        snapshot.mark() == completed + 1
            ? snapshot.mark() == 1 ? start() : completedTime
            : Double.NaN;
    double seconds = (time - before) / 1000;
    if (snapshot.isDoubtful()) {
      useless += snapshot.rows();
      spare.push(snapshot);
      return;
    }
    samples.add(snapshot, time, seconds > 0 ? seconds : Double.NaN, sections);
    identities.check(snapshot, seconds > 0 ? seconds : Double.NaN, sections);
    completed = Math.max(completed, snapshot.mark());
    completedTime = time;
    spare.push(snapshot);
  }

  private double start() {
    return facts.start().map(Table::millis).orElse(Double.NaN);
  }

  private double time(Snapshot snapshot) {
    if (!Double.isNaN(snapshot.time()) || snapshot.secondOfDay() < 0) {
      return snapshot.time();
    }
    if (undated == null) {
      int start = facts.of("time").map(PrintedTimes::secondOfDay).orElse(-1);
      undated =
          facts
              .date()
              .map(day -> new CaptureClock(day, null, start, Double.NaN))
              .orElse(context.clock());
    }
    return undated.atSecondOfDay(snapshot.secondOfDay());
  }

  /** Ends it: what it gave. */
  List<Draft> close() {
    begun.clear();
    completeUpTo(Integer.MAX_VALUE);
    identities.report(context);
    List<Draft> drafts = new ArrayList<>();
    samples.tables().forEach(rows -> drafts.add(draft(facts.name(), rows)));
    String host = facts.host();
    if (facts.partition() != null && host != null && !host.equals(facts.node())) {
      // a host's name may be one that no sample is under, and still be that machine's
      drafts.add(
          draft(new PrintedName(facts.partition(), host, false), new TableBuilder(List.of())));
    }
    drafts.addAll(configuration.close(facts, latest, isSorted()));
    return drafts;
  }

  private static Draft draft(PrintedName name, TableBuilder rows) {
    return new Draft(Kind.PARTITION, name, rows, Optional.empty(), Optional.empty(), List.of());
  }

  /** Of the lines that counted as understood, those that turned out otherwise. */
  LineCounts turnedOut() {
    return configuration.turnedOut().plus(new LineCounts(0, 0, useless));
  }
}
