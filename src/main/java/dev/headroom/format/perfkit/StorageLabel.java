package dev.headroom.format.perfkit;

import dev.headroom.format.grammar.FcxStorageParser;
import dev.headroom.series.Metric;
import java.util.Arrays;
import java.util.Optional;

/** The labels of FCX103 whose values are samples. */
enum StorageLabel {
  /** All real storage of the LPAR. */
  REAL("Total real storage", FcxStorageParser.TOTAL_REAL, Metric.MEMORY_REAL),
  /** What is left of it for paging. */
  DYNAMIC("Total DPA size", FcxStorageParser.TOTAL_DPA, Metric.MEMORY_DYNAMIC),
  /** What of that is not locked. */
  PAGEABLE("Pageable", FcxStorageParser.PAGEABLE, Metric.MEMORY_PAGEABLE),
  /** The expanded storage that the control program pages to. */
  CP_PARTITION("Size of CP partition", FcxStorageParser.CP_PARTITION, Metric.XSTORE_SIZE),
  /** All expanded storage: stands for the partition where that is not printed. */
  EXPANDED_AVAILABLE(
      "Total available of XSTORE", FcxStorageParser.TOTAL_AVAILABLE, Metric.XSTORE_SIZE),
  /** How full the partition is. */
  CP_UTILIZATION("CP XSTORE utilization", FcxStorageParser.CP_UTILIZATION, Metric.XSTORE_INUSE);

  private static final int MOST_DAMAGED = 2;

  private final String shown;
  private final int token;
  private final Metric metric;

  StorageLabel(String shown, int token, Metric metric) {
    this.shown = shown;
    this.token = token;
    this.metric = metric;
  }

  /** The label that a token is, in the table of real or of expanded storage. */
  static Optional<StorageLabel> of(int token, boolean ofExpanded) {
    return Arrays.stream(values())
        .filter(label -> label.token == token)
        .filter(label -> label != EXPANDED_AVAILABLE || ofExpanded)
        .findFirst();
  }

  /** The label that words are nearly: of one or two of its characters another stands, or none. */
  static Optional<StorageLabel> nearly(String words) {
    return Arrays.stream(values())
        .filter(label -> distance(label.printed(), words) <= MOST_DAMAGED)
        .findFirst();
  }

  private String printed() {
    return shown.replaceFirst(" of XSTORE$", "");
  }

  /** How many characters have to be changed, added or taken to make one text of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  String shown() {
    return shown;
  }

  Metric metric() {
    return metric;
  }

  /**
   * Whether the label's figure may be printed so: each has its unit, and no system is without real
   * storage.
   */
  boolean mayBe(String text, PrintedNumber read) {
    boolean real = this == REAL || this == DYNAMIC || this == PAGEABLE;
    return read.isAbsent()
        || (text.endsWith(this == CP_UTILIZATION ? "%" : "B") && !(real && read.value() == 0));
  }

  PrintedUnit unit() {
    return this == CP_UTILIZATION ? PrintedUnit.PLAIN : PrintedUnit.BYTES;
  }
}
