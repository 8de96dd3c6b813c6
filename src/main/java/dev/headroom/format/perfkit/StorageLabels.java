package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.FcxReportParser.LineContext;
import dev.headroom.format.grammar.FcxStorageLexer;
import dev.headroom.format.grammar.FcxStorageParser;
import dev.headroom.format.grammar.FcxStorageParser.FigureContext;
import dev.headroom.format.grammar.FcxStorageParser.ItemContext;
import dev.headroom.format.grammar.FcxStorageParser.OtherContext;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/**
 * One page of FCX103: labels and values of two tables side by side. {@code Total available} stands
 * in both, once for real storage and once for expanded storage; its place tells which.
 */
final class StorageLabels implements ReportBody {
  private static final int SLACK = 2;

  private final SectionContext context;
  private final ReportPage page;
  private final ReportRows rows;
  private final ReportClock clock;
  private final LineGrammar<FcxStorageParser> grammar =
      new LineGrammar<>(FcxStorageLexer::new, FcxStorageParser::new);
  private final Map<StorageLabel, Found> found = new HashMap<>();

  /** Whether the label of the partition for paging was seen, even if it has no figure. */
  private boolean partitioned;

  /** Where the table of expanded storage begins; -1 before its heading. */
  private int right = -1;

  private record Found(Line line, int column, double value) {}

  StorageLabels(SectionContext context, ReportPage page, ReportRows rows, ReportClock clock) {
    this.context = context;
    this.page = page;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public Outcome read(PrintedLine line, LineContext tree, boolean strict, boolean unended) {
    Optional<FcxStorageParser.LineContext> parsed =
        grammar.parse(line.line(), FcxStorageParser::line);
    if (parsed.isEmpty()) {
      return Outcome.FOREIGN;
    }
    boolean known = false;
    boolean taken = false;
    boolean second = false;
    List<ItemContext> items = parsed.get().item();
    for (int i = 0; i < items.size(); i++) {
      ItemContext item = items.get(i);
      boolean torn = i + 1 < items.size() && isAmount(items.get(i + 1));
      if (item.heading() != null) {
        known = true;
        heading(items, i);
      }
      FigureContext figure = item.figure();
      if (figure == null) {
        continue;
      }
      known = true;
      boolean ofExpanded = isRight(figure, second);
      second = !ofExpanded;
      boolean last = i == items.size() - 1;
      taken |= take(line, figure, ofExpanded, unended && last, torn);
    }
    boolean damaged = reportDamaged(line, items);
    if (taken) {
      return Outcome.UNDERSTOOD;
    }
    return damaged ? Outcome.REJECTED : known ? Outcome.NOISE : Outcome.FOREIGN;
  }

  /** Tells words in front of a figure that are nearly a label whose value would be a sample. */
  private boolean reportDamaged(PrintedLine line, List<ItemContext> items) {
    boolean any = false;
    List<ItemContext> words = new ArrayList<>();
    for (ItemContext item : items) {
      OtherContext other = item.other();
      if (other != null && other.WORD() != null) {
        words.add(item);
        continue;
      }
      if (other != null && (other.NUMBER() != null || other.DAMAGED() != null)) {
        any |= reportNearly(line, words);
      }
      words.clear();
    }
    return any;
  }

  private boolean reportNearly(PrintedLine line, List<ItemContext> words) {
    String printed = words.stream().map(ItemContext::getText).collect(Collectors.joining(" "));
    Optional<StorageLabel> near = StorageLabel.nearly(printed);
    near.ifPresent(
        label ->
            context.report(
                line.original(),
                words.get(0).getStart().getStartIndex() + line.shift() + 1,
                DiagnosticCode.UNKNOWN_LABEL,
                "'"
                    + printed
                    + "' is not known, and may be a damaged '"
                    + label.shown()
                    + "'; its value is left out"));
    return near.isPresent();
  }

  /** Whether figures stand there without a label: behind a label's figure, one of the two is it. */
  private static boolean isAmount(ItemContext item) {
    OtherContext other = item.other();
    return other != null && (other.NUMBER() != null || other.DAMAGED() != null);
  }

  /** Notes where {@code XSTORE utilization:} stands. */
  private void heading(List<ItemContext> items, int colon) {
    if (colon >= 2
        && items.get(colon - 2).getText().equals("XSTORE")
        && items.get(colon - 1).getText().equals("utilization")) {
      right = items.get(colon - 2).getStart().getStartIndex();
    }
  }

  /**
   * Whether a label is of the right-hand table: by its place where blanks were kept and the heading
   * was seen, else as the second of a line.
   */
  private boolean isRight(FigureContext figure, boolean second) {
    int start = figure.getStart().getStartIndex();
    boolean placed = right > 0 && start > SLACK;
    return placed ? start >= right - SLACK : second;
  }

  private boolean take(
      PrintedLine line, FigureContext figure, boolean ofExpanded, boolean cut, boolean torn) {
    Token token = figure.label().getStart();
    Optional<StorageLabel> label = StorageLabel.of(token.getType(), ofExpanded);
    if (label.isEmpty()) {
      return false;
    }
    Token start = figure.amount().getStart();
    Token stop = figure.amount().getStop();
    String text = line.text().substring(start.getStartIndex(), stop.getStopIndex() + 1);
    int column = start.getStartIndex() + line.shift() + 1;
    Optional<PrintedNumber> number =
        PrintedNumber.of(text, label.get().unit()).filter(read -> label.get().mayBe(text, read));
    partitioned |= label.get() == StorageLabel.CP_PARTITION;
    if (cut || torn || number.isEmpty()) {
      context.report(
          line.original(),
          column,
          cut ? DiagnosticCode.TRUNCATED : DiagnosticCode.BAD_NUMBER,
          "'"
              + text
              + "' "
              + (cut
                  ? "may have been cut"
                  : torn ? "has another figure behind it" : "is not a number with a unit")
              + "; the figure counts as absent");
      return true;
    }
    if (!number.get().isAbsent()) {
      found.putIfAbsent(
          label.get(), new Found(line.original().copy(), column, number.get().value()));
    }
    return true;
  }

  @Override
  public void close() {
    if (found.isEmpty()) {
      return;
    }
    leaveOutAllExpanded();
    if (found.isEmpty()) {
      return;
    }
    TableBuilder table = rows.of(StorageUtilization.REPORT, page, rows.system(page));
    double time = clock.end(page);
    List<Map.Entry<StorageLabel, Found>> sorted = new ArrayList<>(found.entrySet());
    sorted.sort(
        Comparator.comparingLong(
                (Map.Entry<StorageLabel, Found> each) -> each.getValue().line().number())
            .thenComparing(Map.Entry::getKey));
    for (Map.Entry<StorageLabel, Found> each : sorted) {
      table.set(each.getKey().metric(), each.getValue().value());
      table.endRow(each.getValue().line().number(), time);
    }
    atMost(StorageLabel.DYNAMIC, StorageLabel.REAL);
    atMost(StorageLabel.PAGEABLE, StorageLabel.DYNAMIC);
  }

  /** Of expanded storage the part of CP counts; the total tells only whether there is any. */
  private void leaveOutAllExpanded() {
    Found all = found.get(StorageLabel.EXPANDED_AVAILABLE);
    if (all == null || (all.value() == 0 && !partitioned)) {
      return;
    }
    found.remove(StorageLabel.EXPANDED_AVAILABLE);
    if (!partitioned) {
      context.report(
          all.line(),
          all.column(),
          DiagnosticCode.TRUNCATED,
          "no '"
              + StorageLabel.CP_PARTITION.shown()
              + "' says how much of it CP has; the size of expanded storage is left out");
    }
  }

  /** A part of storage is no larger than the whole. */
  private void atMost(StorageLabel part, StorageLabel whole) {
    Found smaller = found.get(part);
    Found larger = found.get(whole);
    if (smaller != null && larger != null && smaller.value() > larger.value()) {
      context.report(
          smaller.line(),
          smaller.column(),
          DiagnosticCode.INCONSISTENT,
          part.shown() + " is more than " + whole.shown() + "; kept as read");
    }
  }
}
