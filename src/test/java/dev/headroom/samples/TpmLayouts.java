package dev.headroom.samples;

import dev.headroom.samples.ListingTable.Column;
import dev.headroom.samples.ListingTable.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the columns of the reports stand in {@code samples/zvm-tpm}: one layout for the plain
 * prints, one that is shifted and ordered otherwise, as another level of the toolkit might have it,
 * and a narrow one for screens. All are made up around the known column names.
 */
final class TpmLayouts {
  /** What a cell of a row is printed under, and where. */
  record Layout(List<String> keys, ListingTable table) {
    /** A row; a key without a value is a blank cell. */
    String row(Map<String, String> values) {
      return table.row(keys.stream().map(key -> values.getOrDefault(key, "")).toList());
    }
  }

  /** The layouts of FCX112, FCX113 and FCX144. */
  record Layouts(Layout user, Layout upage, Layout proclog) {}

  static final Layouts PRINT = new Layouts(user(1, true), upage(1), proclog(1, true));
  static final Layouts SHIFTED = new Layouts(shiftedUser(), shiftedUpage(), proclog(5, false));
  static final Layouts SCREEN = new Layouts(user(0, false), screenUpage(), proclog(0, false));

  private TpmLayouts() {}

  /** Collects columns from left to right. */
  private static final class Plan {
    private final List<String> keys = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    Plan left(String key, int width, String... headings) {
      keys.add(key);
      columns.add(Column.text(width, headings));
      return this;
    }

    Plan right(String key, int width, String... headings) {
      keys.add(key);
      columns.add(Column.number(width, headings));
      return this;
    }

    Plan group(int line, String from, String to, String text) {
      groups.add(new Group(line, keys.indexOf(from), keys.indexOf(to), text));
      return this;
    }

    Layout layout() {
      return new Layout(
          List.copyOf(keys), new ListingTable(List.copyOf(columns), List.copyOf(groups)));
    }
  }

  private static Layout user(int wider, boolean counts) {
    Plan plan =
        new Plan()
            .left("userid", 10, "Userid")
            .right("cpu", 6 + wider, "%CPU")
            .right("tcpu", 7 + wider, "TCPU")
            .right("vcpu", 7 + wider, "VCPU")
            .right("tv", 6, "T/V", "Ratio")
            .right("io", 6 + wider, "Total")
            .right("dasd", 6 + wider, "DASD")
            .right("avoid", 6, "Avoid")
            .right("diag98", 7, "Diag98")
            .right("ur", 5, "UR")
            .right("pages", 7, "Pg/s")
            .left("status", 14, "User Status");
    if (counts) {
      plan.right("count", 7, "Nr of", "Users");
    }
    return plan.group(0, "cpu", "tv", "CPU Load")
        .group(1, "tcpu", "vcpu", "Seconds")
        .group(0, "io", "ur", "Virtual IO/s")
        .layout();
  }

  private static Layout shiftedUser() {
    return new Plan()
        .left("userid", 14, "Userid")
        .right("pages", 9, "Pg/s")
        .right("io", 8, "Total")
        .right("dasd", 8, "DASD")
        .right("avoid", 8, "Avoid")
        .right("ur", 6, "UR")
        .right("cpu", 9, "%CPU")
        .right("tcpu", 10, "TCPU")
        .right("vcpu", 10, "VCPU")
        .right("tv", 8, "T/V", "Ratio")
        .left("status", 16, "User Status")
        .group(0, "io", "ur", "Virtual IO/s")
        .group(0, "cpu", "tv", "CPU Load")
        .group(1, "tcpu", "vcpu", "Seconds")
        .layout();
  }

  private static Layout upage(int wider) {
    return activity(
            new Plan().left("userid", 10, "Userid").right("spaces", 7, "Data", "Spaces", "Owned"),
            wider)
        .right("wss", 8 + wider, "WSS")
        .right("reserved", 7, "Resrvd")
        .right("r<", 8, "R<2GB")
        .right("r>", 8 + wider, "R>2GB")
        .right("l<", 6, "L<2GB")
        .right("l>", 6, "L>2GB")
        .right("xstore", 7 + wider, "XSTOR")
        .right("disk", 8 + wider, "DASD")
        .right("size", 8, "Stor", "Size")
        .right("count", 6, "Nr of", "Users")
        .group(0, "wss", "disk", "Number of Pages")
        .group(1, "r<", "r>", "Resident")
        .group(1, "l<", "l>", "Locked")
        .layout();
  }

  private static Layout shiftedUpage() {
    return new Plan()
        .left("userid", 14, "Userid")
        .right("size", 9, "Stor", "Size")
        .right("xstore", 10, "XSTOR")
        .right("disk", 10, "DASD")
        .right("wss", 10, "WSS")
        .right("r<", 10, "R<2GB")
        .right("r>", 10, "R>2GB")
        .right("l<", 8, "L<2GB")
        .right("l>", 8, "L>2GB")
        .right("reserved", 9, "Resrvd")
        .right("reads", 9, "Reads")
        .right("writes", 9, "Write")
        .right("steals", 9, "Page", "Steals")
        .right("fetched", 8, "X>MS")
        .right("stored", 8, "MS>X")
        .right("migrated", 8, "X>DS")
        .group(0, "xstore", "reserved", "Number of Pages")
        .group(1, "r<", "r>", "Resident")
        .group(1, "l<", "l>", "Locked")
        .group(0, "reads", "migrated", "Paging Activity/s")
        .group(1, "reads", "writes", "Page Rate")
        .group(1, "fetched", "migrated", "Page Migration")
        .layout();
  }

  private static Layout screenUpage() {
    return activity(new Plan().left("userid", 10, "Userid"), 0)
        .right("wss", 8, "WSS")
        .right("reserved", 7, "Resrvd")
        .right("r<", 7, "R<2GB")
        .right("r>", 8, "R>2GB")
        .right("l<", 6, "L<2GB")
        .right("l>", 6, "L>2GB")
        .right("xstore", 7, "XSTOR")
        .right("disk", 8, "DASD")
        .right("size", 7, "Stor", "Size")
        .group(0, "wss", "disk", "Number of Pages")
        .group(1, "r<", "r>", "Resident")
        .group(1, "l<", "l>", "Locked")
        .layout();
  }

  private static Plan activity(Plan plan, int wider) {
    return plan.right("reads", 6 + wider, "Reads")
        .right("writes", 6, "Write")
        .right("steals", 7, "Page", "Steals")
        .right("2gb", 6, ">2GB>")
        .right("fetched", 6, "X>MS")
        .right("stored", 6, "MS>X")
        .right("migrated", 6, "X>DS")
        .group(0, "reads", "migrated", "Paging Activity/s")
        .group(1, "reads", "writes", "Page Rate")
        .group(1, "2gb", "migrated", "Page Migration");
  }

  private static Layout proclog(int wider, boolean paging) {
    Plan plan =
        new Plan()
            .left("time", 10 + wider, "Interval", "End Time")
            .right("cpu", 3, "C", "P", "U")
            .right("type", 6, "Type")
            .right("total", 7, "Total")
            .right("user", 6, "User")
            .right("syst", 6, "Syst")
            .right("emul", 6, "Emul")
            .right("siml", 7, "Inst", "Siml")
            .right("diag", 6, "DIAG")
            .right("sigp", 6, "SIGP")
            .right("ssch", 6, "SSCH")
            .group(0, "total", "emul", "Percent Busy")
            .group(0, "siml", "ssch", "Rates per Sec.");
    if (paging) {
      plan.right("2gb", 8, "<2GB/s")
          .right("pgin", 8, "PGIN/s")
          .right("read", 8, "Page", "Read/s")
          .group(0, "2gb", "read", "Paging");
    }
    return plan.layout();
  }
}
