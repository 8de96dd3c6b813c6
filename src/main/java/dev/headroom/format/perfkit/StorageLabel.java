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

  String shown() {
    return shown;
  }

  Metric metric() {
    return metric;
  }

  PrintedUnit unit() {
    return this == CP_UTILIZATION ? PrintedUnit.PLAIN : PrintedUnit.BYTES;
  }
}
