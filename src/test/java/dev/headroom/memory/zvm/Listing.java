package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;

import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Builds what reports of one z/VM system say, for tests; sizes are MB, times are minutes. */
public final class Listing {
  public static final double START = Table.millis(LocalDateTime.of(2010, 5, 4, 9, 0));
  private static final double MINUTE = 60_000;
  private static final List<Metric> UPAGE =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_WORKINGSET,
          Metric.MEMORY_RESIDENT,
          Metric.MEMORY_XSTORE,
          Metric.MEMORY_AUXILIARY,
          Metric.PAGING_READS,
          Metric.MEMORY_LOCKED,
          Metric.MEMORY_RESERVED,
          Metric.XSTORE_IN);

  private final Optional<Host> host;
  private final Map<Subject, Map<String, TableBuilder>> builders = new LinkedHashMap<>();
  private long line;

  private Listing(Optional<Host> host) {
    this.host = host;
  }

  public static Listing of(String id, String release) {
    return new Listing(Optional.of(new Host(id, Optional.of(release))));
  }

  public static Listing nowhere() {
    return new Listing(Optional.empty());
  }

  /**
   * A row of UPAGE: size, working set, resident, expanded, auxiliary, page reads, locked, reserved,
   * pages in from expanded storage; what is missing at the end is absent. A time that is not a
   * number is none.
   */
  public Listing upage(String guest, double minute, double... figures) {
    TableBuilder table = builder(Kind.GUEST, guest, "fcx113", UPAGE);
    for (int i = 0; i < figures.length; i++) {
      boolean rate = UPAGE.get(i) == Metric.PAGING_READS || UPAGE.get(i) == Metric.XSTORE_IN;
      table.set(i, figures[i] * (rate ? 1 : MB));
    }
    table.endRow(++line, START + minute * MINUTE);
    return this;
  }

  /** A row of USER: use of a processor, per cent. */
  public Listing busy(String guest, double minute, double percent) {
    TableBuilder table = builder(Kind.GUEST, guest, "fcx112", List.of(Metric.CPU_BUSY));
    table.set(0, percent);
    table.endRow(++line, START + minute * MINUTE);
    return this;
  }

  /** The system's own storage: real, dynamic paging area, expanded. */
  public Listing storage(String system, double minute, double real, double dynamic, double xstore) {
    List<Metric> metrics = List.of(Metric.MEMORY_REAL, Metric.MEMORY_DYNAMIC, Metric.XSTORE_SIZE);
    TableBuilder table = builder(Kind.SYSTEM, system, "fcx103", metrics);
    table.set(0, real * MB);
    table.set(1, dynamic * MB);
    table.set(2, xstore * MB);
    table.endRow(++line, START + minute * MINUTE);
    return this;
  }

  private TableBuilder builder(Kind kind, String name, String format, List<Metric> metrics) {
    return builders
        .computeIfAbsent(new Subject(kind, name), subject -> new LinkedHashMap<>())
        .computeIfAbsent(format, f -> new TableBuilder(metrics));
  }

  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    builders.forEach(
        (subject, formats) ->
            formats.forEach(
                (format, builder) ->
                    tables.add(builder.build(subject, host, format, "day." + format))));
    return tables;
  }

  // -- the study's system ---------------------------------------------------------------------

  /**
   * The study's four guests without over-commitment, with working sets of 26,368 MB for the two
   * that are busy, as reports of two minutes.
   */
  public static Listing study() {
    Listing listing = of("TPM", "5.4.0");
    for (int minute = 1; minute <= 2; minute++) {
      double less = 2 - minute;
      listing
          .upage("LNX00080", minute, 13_824, 13_960 - less, 13_960, 0, 0, 0)
          .upage("LNX00081", minute, 1_024, 610, 620, 0, 0, 0)
          .upage("LNX00082", minute, 12_288, 12_408 - less, 12_408, 0, 0, 0)
          .upage("LNX00083", minute, 1_536, 1_010, 1_020, 0, 0, 0)
          .busy("LNX00080", minute, 403)
          .busy("LNX00081", minute, 0.1)
          .busy("LNX00082", minute, 161)
          .busy("LNX00083", minute, 1);
    }
    return listing;
  }

  /** The study's LPAR at a size, MB: release 5.4, 2 GB of expanded storage, 10,240 MB hot. */
  public static ZvmSystem lpar(double megabytes) {
    return new ZvmSystem(
        "TPM",
        "TPM",
        new ZvmSystem.Storage(megabytes * MB, OptionalDouble.empty(), 0, 2_048 * MB),
        ZvmRelease.of("5.4.0"),
        List.of(
            guest("LNX00080", 8_192, 0),
            guest("LNX00081", 0, 0),
            guest("LNX00082", 0, 2_048),
            guest("LNX00083", 0, 0)));
  }

  /** A guest; no heaps and no database memory are none that is known. */
  public static ZvmGuest guest(String name, double heaps, double database) {
    return new ZvmGuest(
        name, OptionalDouble.empty(), known(heaps), known(database), OptionalInt.empty());
  }

  private static OptionalDouble known(double megabytes) {
    return megabytes == 0 ? OptionalDouble.empty() : OptionalDouble.of(megabytes * MB);
  }

  /** A system in which nothing but guests is known. */
  public static ZvmSystem system(String release, double megabytes, double xstore, String... names) {
    return new ZvmSystem(
        "VM",
        "VM",
        new ZvmSystem.Storage(megabytes * MB, OptionalDouble.empty(), 0, xstore * MB),
        ZvmRelease.of(release),
        Arrays.stream(names).map(name -> guest(name, 0, 0)).toList());
  }
}
