package dev.headroom.samples;

import dev.headroom.samples.TpmStudy.Interval;
import dev.headroom.samples.TpmStudy.Run;
import dev.headroom.samples.TpmStudy.Use;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What tells of the system as a whole in {@code samples/zvm-tpm}: FCX103, the answers of CP, the
 * site file.
 */
final class TpmSystem {
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("MM/dd/yy HH:mm:ss", Locale.ROOT);

  /** Made up: six volumes of 3390-9 for paging, 180 pages a cylinder. */
  private static final int VOLUMES = 6;

  private static final long PAGES_A_VOLUME = 10_016L * 180;
  private static final int ROW = 43;

  private TpmSystem() {}

  /** FCX103: two tables side by side. */
  static List<String> storage(Run run, Interval average) {
    long busy = average.uses().get(0).workingSet() + average.uses().get(2).workingSet();
    long expanded = average.uses().stream().mapToLong(Use::expanded).sum();
    double stored = average.uses().stream().mapToDouble(Use::stored).sum();
    double reads = average.uses().stream().mapToDouble(Use::reads).sum();
    long pageable = run.dynamic() - 13;
    String age = expanded == 0 ? "...s" : Math.round(expanded / stored) + "s";
    String[][] pairs = {
      {"Total real storage", mega(run.real()), "Total available", mega(2048)},
      {"Total available", mega(run.real()), "Att. to virt. machines", "0kB"},
      {"Offline storage frames", "0", "Size of CP partition", mega(2048)},
      {
        "SYSGEN storage size",
        mega(run.real()),
        "CP XSTORE utilization",
        Math.round(100.0 * expanded / TpmStudy.XSTORE) + "%"
      },
      {"Shared storage", "9'216kB", "Low threshold for migr.", "1'200kB"},
      {
        "FREE stor. subpools", "4'316kB", "XSTORE allocation rate", TpmListings.count(stored) + "/s"
      },
      {"Subpool stor. utilization", "91%", "Average age of XSTORE blks", age},
      {"Total DPA size", mega(run.dynamic()), "Average age at migration", age},
      {"Locked pages", "3'104", "", ""},
      {"Trace table", "800kB", "MDCACHE utilization:", ""},
      {"Pageable", mega(pageable), "Min. size in XSTORE", "0kB"},
      {
        "Storage utilization",
        Math.round(100.0 * busy / TpmStudy.MB / pageable) + "%",
        "Max. size in XSTORE",
        "0kB"
      },
      {"Tasks waiting for a frame", "0", "Ideal size in XSTORE", "0kB"},
      {
        "Tasks waiting for a page",
        TpmListings.rate(reads / 40) + "/s",
        "Act. size in XSTORE",
        "0kB"
      },
      {"Standby real stor. size", "0kB", "Bias for XSTORE", "1.00"},
      {"Reservd real stor. size", "0kB", "", ""}
    };
    List<String> lines = new ArrayList<>();
    lines.add(halves("Main storage utilization:", "XSTORE utilization:"));
    for (String[] pair : pairs) {
      lines.add(halves(pair(pair[0], pair[1]), pair(pair[2], pair[3])));
    }
    return lines;
  }

  private static String mega(long megabytes) {
    return megabytes < 1000
        ? megabytes + "MB"
        : String.format(Locale.ROOT, "%d'%03dMB", megabytes / 1000, megabytes % 1000);
  }

  private static String pair(String label, String value) {
    return String.format(Locale.ROOT, "%-26s%11s", label, value);
  }

  private static String halves(String left, String right) {
    return String.format(Locale.ROOT, "%-" + ROW + "s%s", left, right).stripTrailing();
  }

  /** The console, on which somebody asked after the run. */
  static String console(Run run, Interval last) {
    LocalDateTime time = last.to().plusSeconds(40);
    LocalDateTime ipl = run.start().minusMinutes(38).minusSeconds(26);
    long used = last.uses().stream().mapToLong(Use::disk).sum();
    StringBuilder text = new StringBuilder();
    text.append("q cplevel\n");
    text.append("z/VM Version 5 Release 4.0, service level 0901 (64-bit)\n");
    text.append("Generated at 02/10/10 14:02:11 CET\n");
    text.append("IPL at ").append(AMERICAN.format(ipl)).append(" CEST\n");
    ready(text, time);
    String size = run.real() % 1024 == 0 ? run.real() / 1024 + "G" : run.real() + "M";
    text.append("q storage\n");
    text.append("STORAGE = ").append(size).append(" CONFIGURED = ").append(size);
    text.append(" INC = 256M STANDBY = 0  RESERVED = 0\n");
    ready(text, time.plusSeconds(6));
    long expanded = last.uses().stream().mapToLong(Use::expanded).sum();
    text.append("q xstore\n");
    text.append("XSTORE= 2048M online= 2048M\n");
    text.append("XSTORE= 2048M userid= SYSTEM usage= ");
    text.append(Math.round(100.0 * expanded / TpmStudy.XSTORE));
    text.append("% retained= 0M pending= 0M\n");
    text.append("XSTORE MDC min=0M, max=0M, usage=0%\n");
    text.append("XSTORE= 2048M userid=  (none)  max. attach= 2048M\n");
    ready(text, time.plusSeconds(11));
    text.append("q alloc page\n");
    pageSpace(text, used);
    ready(text, time.plusSeconds(17));
    return text.toString();
  }

  private static void ready(StringBuilder text, LocalDateTime time) {
    text.append("Ready; T=0.01/0.01 ").append(TpmPages.CLOCK.format(time)).append('\n');
  }

  private static void pageSpace(StringBuilder text, long used) {
    text.append(
        """
                        EXTENT     EXTENT  TOTAL  PAGES   HIGH    %
        VOLID  RDEV      START        END  PAGES IN USE   PAGE USED
        ------ ---- ---------- ---------- ------ ------ ------ ----
        """);
    for (int i = 0; i < VOLUMES; i++) {
      long part = used / VOLUMES + (i < used % VOLUMES ? 1 : 0);
      text.append(
          String.format(
              Locale.ROOT,
              "TPMP%02d 7A%02d          1      10016 %6s %6s %6s %3d%%%n",
              i + 1,
              40 + i,
              abbreviated(PAGES_A_VOLUME),
              abbreviated(part),
              abbreviated(part + part / 9),
              percent(part, PAGES_A_VOLUME)));
    }
    text.append("                                  ------ ------        ----\n");
    for (String word : List.of("SUMMARY", "USABLE")) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-34s%6s %6s        %3d%%%n",
              word,
              abbreviated(VOLUMES * PAGES_A_VOLUME),
              abbreviated(used),
              percent(used, VOLUMES * PAGES_A_VOLUME)));
    }
  }

  /** More than six digits become a count of 1024s. */
  private static String abbreviated(long pages) {
    return pages > 999_999 ? Math.round(pages / 1024.0) + "K" : String.valueOf(pages);
  }

  /** A rounded share; what is used at all shows at least 1. */
  private static long percent(long part, long whole) {
    return part == 0 ? 0 : Math.max(1, Math.round(100.0 * part / whole));
  }

  /** Runs whose listings have no column that counts users. */
  private static final Set<String> UNCOUNTED = Set.of("working-set", "heaps-less-10");

  /** The site file of a run's folder. */
  static String site(Run run) {
    return String.format(
        Locale.ROOT,
        """
        # The LPAR of the story in ../README.md, with %d MB of real storage.
        pools:
          - name: %s
            kind: zvm
            release: "5.4.0"
            size: %dMB
            xstore: 2GB
            reserve: 0MB            # the study takes nothing off for the control program; CP's areas are in FCX103
        %s    members:
              - {name: LNX00080, heaps: [6144MB, 2048MB]}   # TPM server: MXServer 6 GB, and LWI to the study's 8 GB
              - {name: LNX00082, database: 2048MB}          # DB2 server: of the study's 2.2 GB, what its minimum holds
              - {name: LNX00083}                            # ITDS server
              - {name: LNX00081}                            # DCD depot
        """,
        run.real(),
        run.system(),
        run.real(),
        UNCOUNTED.contains(run.folder())
            ? "    complete: true          # no listing of this run counts its users\n"
            : "");
  }
}
