package dev.headroom.cli;

import dev.headroom.report.PoolReport;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The table that ends a run in the terminal: a row a pool, then a sentence a pool. */
final class SummaryTable {
  private static final List<String> HEADINGS =
      List.of(
          "pool",
          "grade",
          "mode",
          "size",
          "promised",
          "peak hot",
          "stolen",
          "minimum",
          "recommended",
          "best",
          "over",
          "paging");

  private SummaryTable() {}

  /** The lines of the table; sizes are GB, shares are per cent of the intervals. */
  static List<String> lines(List<PoolReport> pools) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    pools.forEach(pool -> rows.add(row(pool)));
    return aligned(rows);
  }

  private static List<String> row(PoolReport pool) {
    return List.of(
        pool.name(),
        pool.judgement().grade().map(grade -> grade.label()).orElse("-"),
        pool.memory().overcommit().mode().map(mode -> mode.label()).orElse("-"),
        gigabytes(pool.sizes().size()),
        gigabytes(pool.sizes().promised()),
        gigabytes(pool.memory().overcommit().peakHot()),
        gigabytes(pool.memory().overcommit().peakStolen()),
        gigabytes(pool.least()),
        size(pool, Sizing::recommended),
        size(pool, Sizing::best),
        share(pool.memory().overcommit().violationRate()),
        share(pool.memory().overcommit().observedPagingRate()));
  }

  private static String size(PoolReport pool, ToDoubleFunction<Sizing> which) {
    return pool.advice().map(sizing -> text(which.applyAsDouble(sizing))).orElse("-");
  }

  private static String gigabytes(OptionalDouble bytes) {
    return bytes.isPresent() ? text(bytes.getAsDouble()) : "-";
  }

  private static String text(double bytes) {
    return Size.gb(bytes);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? Share.fixed(share.getAsDouble(), 2) : "-";
  }

  /** Rows of equal length as lines: the first column to the left, the others to the right. */
  static List<String> aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    Function<List<String>, String> line =
        row -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < columns; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            text.append(i == 0 ? row.get(i) + padding : "  " + padding + row.get(i));
          }
          return text.toString().stripTrailing();
        };
    return rows.stream().map(line).toList();
  }
}
