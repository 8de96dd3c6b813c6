package dev.headroom.format.svmon;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One report as far as it was read: its unit, its headers, its rows. */
final class SvmonReport {
  /** The rows of a report, each of which stands in it once. */
  enum Row {
    MEMORY,
    PAGING_SPACE,
    PINNED,
    IN_USE
  }

  private Optional<SvmonUnit> unit;
  private final @Nullable SvmonHeadings memory;
  private final double time;
  private final Map<Row, SvmonRow> rows = new EnumMap<>(Row.class);
  private final List<SvmonPageSize> pageSizes = new ArrayList<>();
  private @Nullable SvmonHeadings breakdown;
  private @Nullable SvmonHeadings pageSizeHeadings;
  private boolean pageSizesComplete = true;
  private boolean begun;

  /**
   * A report that begins.
   *
   * @param unit of its figures; empty where it is not known
   * @param memory the headings of its first block; null where they are missing
   * @param time when it was taken, in milliseconds; {@link Double#NaN} where it is not known
   */
  SvmonReport(Optional<SvmonUnit> unit, @Nullable SvmonHeadings memory, double time) {
    this.unit = unit;
    this.memory = memory;
    this.time = time;
  }

  Optional<SvmonUnit> unit() {
    return unit;
  }

  /** Its first row has shown what its unit is. */
  void unit(Optional<SvmonUnit> shown) {
    unit = shown;
  }

  @Nullable SvmonHeadings memory() {
    return memory;
  }

  @Nullable SvmonHeadings breakdown() {
    return breakdown;
  }

  @Nullable SvmonHeadings pageSizeHeadings() {
    return pageSizeHeadings;
  }

  double time() {
    return time;
  }

  void breakdown(SvmonHeadings headings) {
    breakdown = headings;
  }

  void pageSizeHeadings(SvmonHeadings headings) {
    pageSizeHeadings = headings;
  }

  void add(Row kind, SvmonRow row) {
    rows.put(kind, row);
  }

  Optional<SvmonRow> row(Row kind) {
    return Optional.ofNullable(rows.get(kind));
  }

  /** Says that a row of it was seen, whether it could be read or not. */
  void begun() {
    begun = true;
  }

  /** Whether any row of it was seen; a header alone is no report. */
  boolean hasBegun() {
    return begun;
  }

  void add(SvmonPageSize pageSize) {
    pageSizes.add(pageSize);
  }

  /** Says that a row of the page-size block could not be read, so that its sums mean nothing. */
  void pageSizeLost() {
    pageSizesComplete = false;
  }

  /** The rows of the page-size block; none where one of them was lost. */
  List<SvmonPageSize> pageSizes() {
    return pageSizesComplete ? List.copyOf(pageSizes) : List.of();
  }
}
