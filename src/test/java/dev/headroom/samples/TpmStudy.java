package dev.headroom.samples;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The numbers behind {@code samples/zvm-tpm}: five runs of the same load on a z/VM 5.4 system whose
 * real storage is smaller each time. The load and its results are those of a study of Tivoli
 * Provisioning Manager (TPM) on System z, October 2010; a comment at each number says whether the
 * study gives it or it was made up. Memory is counted in pages of 4 KiB, 256 to the MB.
 */
final class TpmStudy {
  /** Pages in a MB. */
  static final long MB = 256;

  /** The study: 2 GB of expanded storage. */
  static final long XSTORE = 2048 * MB;

  /** The study: 10 IFLs. */
  static final int PROCESSORS = 10;

  /** Made up: control program areas, 1.5 % of real storage, as in one z/VM 6.2 system. */
  private static final double CP_SHARE = 0.015;

  /** Made up: frames that are free or locked while all others are taken. */
  private static final long SPARE = 37 * MB;

  /** The interval, from 0, in which the two busy guests are largest; made up. */
  private static final int PEAK = 16;

  /**
   * A guest.
   *
   * @param userid the study's name
   * @param size its storage in MB. The study defines 13,824, 1,024, 12,288 and 1,536 MB, but the
   *     working sets of the first and third, 26,368 MB, would not fit into those; into the sizes of
   *     its Table 15 they do, so these are taken
   */
  record Guest(String userid, int size) {}

  /** TPM server, DCD depot, DB2 server, ITDS server: names and sizes of the study. */
  static final List<Guest> GUESTS =
      List.of(
          new Guest("LNX00080", 14_102),
          new Guest("LNX00081", 944),
          new Guest("LNX00082", 12_536),
          new Guest("LNX00083", 1_120));

  private static final int TPM = 0;
  private static final int DEPOT = 1;
  private static final int DB2 = 2;
  private static final int LDAP = 3;

  /** Pages of a guest at the end of a run, in MB, all made up: the study shows curves only. */
  private record Ends(int tpm, int depot, int db2, int ldap) {
    long pages(int guest) {
      return MB * List.of(tpm, depot, db2, ldap).get(guest);
    }
  }

  /**
   * Pages per second of one of the busy guests once the run is steady, all made up: the study says
   * only how they compare.
   *
   * @param fetched from expanded storage
   * @param migrated from expanded storage to disk
   * @param written straight to disk
   */
  private record Rates(int fetched, int migrated, int written) {
    static final Rates NONE = new Rates(0, 0, 0);
  }

  /**
   * A run.
   *
   * @param folder where its captures lie
   * @param system the system's id, one for each run so that they can be told apart; made up
   * @param real real storage in MB: the study's Table 8
   * @param start made up; at night in the last run, so that it passes midnight
   * @param seconds of an interval; made up
   * @param intervals how many there are: by the study's execution times, see {@link #RUNS}
   * @param tpm processor use of the TPM server in percent of one
   * @param db2 processor use of the DB2 server
   * @param overhead percent of one processor that the control program uses for itself
   * @param tv total to virtual time of the busy guests; made up
   * @param pages whether there is less real storage than is in use
   * @param resident pages in real storage at the end; DB2 has what the others leave
   * @param expanded pages in expanded storage at the end, likewise
   * @param all pages anywhere
   */
  record Run(
      String folder,
      String system,
      int real,
      LocalDateTime start,
      int seconds,
      int intervals,
      double tpm,
      double db2,
      double overhead,
      double tv,
      boolean pages,
      Ends resident,
      Ends expanded,
      Ends all,
      Rates tpmRates,
      Rates db2Rates) {

    /** The dynamic paging area in MB. */
    long dynamic() {
      return Math.round(real * (1 - CP_SHARE));
    }

    LocalDateTime end(int interval) {
      return start.plusSeconds((long) seconds * (interval + 1));
    }
  }

  /**
   * What a guest did in an interval and had at its end.
   *
   * @param busy percent of one processor
   * @param tv total to virtual processor time
   */
  record Use(
      double busy,
      double tv,
      double reads,
      double writes,
      double steals,
      double fetched,
      double stored,
      double migrated,
      long workingSet,
      long resident,
      long expanded,
      long disk) {}

  /**
   * An interval.
   *
   * @param overhead percent of one processor that the control program used for itself
   */
  record Interval(
      LocalDateTime from, LocalDateTime to, double overhead, List<Use> uses, int number) {}

  // Execution times. The study's Table 11 has the load of its memory chapter (60 % QuickFind, 40 %
  // DE, 50 administrators, 100 workflows): 27:21, in 28 GB; 27 minutes here. That 26,368 MB is the
  // best size is the study's; that it is a minute faster is made up. From there its factors are
  // 1.14, 1.14 x 2 = 2.28 and 2.28 x 1.4 = 3.19: 29:38, 59:17 and 82:56 after 26 minutes; 30, 60
  // and 84 minutes here.
  //
  // Processors. The study's Table 11 for that load: TPM 4.03, ITDS 0.01, DB2 1.61, LPAR 5.69. In
  // the other runs the same work is spread over the longer time, so that the guests use less, and
  // the control program more; these are made up.
  //
  // Pages. The study: 26,368 MB are the working sets of TPM and DB2 in the first run; there is no
  // paging in the first two; with less, ITDS and DCD go first, DB2 is largely in expanded storage,
  // TPM stays longest and goes straight to disk; all pages together become fewer. Made up: the
  // rest.
  static final List<Run> RUNS =
      List.of(
          new Run(
              "basic",
              "TPMBASIC",
              28_672,
              LocalDateTime.of(2010, 5, 4, 9, 0),
              60,
              27,
              403,
              161,
              4.1,
              1.03,
              false,
              new Ends(14_000, 610, 12_440, 1_010),
              new Ends(0, 0, 0, 0),
              new Ends(14_000, 610, 12_440, 1_010),
              Rates.NONE,
              Rates.NONE),
          new Run(
              "working-set",
              "TPMWSET",
              26_368,
              LocalDateTime.of(2010, 5, 5, 9, 0),
              60,
              26,
              418,
              167,
              3.8,
              1.02,
              false,
              new Ends(12_910, 290, 11_530, 640),
              new Ends(0, 0, 0, 0),
              new Ends(12_910, 290, 11_530, 640),
              Rates.NONE,
              Rates.NONE),
          new Run(
              "heaps-and-database",
              "TPMHPDB",
              10_240,
              LocalDateTime.of(2010, 5, 6, 9, 0),
              60,
              30,
              362,
              151,
              27.5,
              1.11,
              true,
              new Ends(8_230, 4, 0, 14),
              new Ends(290, 6, 0, 18),
              new Ends(10_640, 300, 7_420, 640),
              new Rates(60, 20, 190),
              new Rates(900, 280, 60)),
          new Run(
              "heaps",
              "TPMHEAP",
              7_168,
              LocalDateTime.of(2010, 5, 7, 9, 0),
              120,
              30,
              194,
              86,
              46.2,
              1.24,
              true,
              new Ends(5_920, 2, 0, 8),
              new Ends(360, 3, 0, 9),
              new Ends(10_290, 280, 7_190, 620),
              new Rates(150, 60, 1_900),
              new Rates(1_300, 700, 150)),
          new Run(
              "heaps-less-10",
              "TPMHEAP9",
              6_400,
              LocalDateTime.of(2010, 5, 10, 23, 20),
              120,
              42,
              141,
              66,
              57.4,
              1.33,
              true,
              new Ends(5_310, 2, 0, 7),
              new Ends(410, 2, 0, 8),
              new Ends(10_180, 270, 7_140, 610),
              new Rates(190, 80, 2_900),
              new Rates(1_500, 950, 240)));

  private TpmStudy() {}

  /** The intervals of a run. */
  static List<Interval> intervals(Run run) {
    Random random = new Random(run.real());
    double[] load = load(run.intervals(), random);
    List<Interval> intervals = new ArrayList<>();
    long[][] before = places(run, -1, random);
    for (int i = 0; i < run.intervals(); i++) {
      long[][] after = places(run, i, random);
      List<Use> uses = new ArrayList<>();
      for (int guest = 0; guest < GUESTS.size(); guest++) {
        uses.add(use(run, guest, load[i], before[guest], after[guest]));
      }
      intervals.add(
          new Interval(
              run.end(i - 1), run.end(i), run.overhead() * (0.6 + 0.4 * load[i]), uses, i));
      before = after;
    }
    return intervals;
  }

  /** The load of each interval, 1 on average: the user interface comes first, made up. */
  private static double[] load(int count, Random random) {
    double[] load = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      load[i] = 1.12 - 0.24 * i / count + 0.06 * random.nextDouble();
      sum += load[i];
    }
    for (int i = 0; i < count; i++) {
      load[i] *= count / sum;
    }
    return load;
  }

  /** For each guest the pages of its working set, in real and expanded storage and on disk. */
  private static long[][] places(Run run, int interval, Random random) {
    return run.pages() ? crowded(run, interval, random) : ample(run, interval, random);
  }

  /** All pages are resident; guests grow till the peak and then stay a little below it. */
  private static long[][] ample(Run run, int interval, Random random) {
    long[][] places = new long[GUESTS.size()][];
    int away = Math.abs(PEAK - interval);
    for (int guest = 0; guest < places.length; guest++) {
      // the sum of the study's 26,368 MB: 13,960 + 12,408; how it divides is made up
      long slack = new long[] {40, 50, 32, 30}[guest] * MB;
      boolean busy = guest == TPM || guest == DB2;
      long grows = busy && interval < PEAK ? 450L * away * away : 0;
      long resident = run.resident().pages(guest) - grows;
      long less = away == 0 ? 0 : 200 + random.nextInt(1500) + (interval > PEAK ? 350L * away : 0);
      places[guest] = new long[] {resident - slack - less, resident, 0, 0};
    }
    return places;
  }

  /**
   * Real storage is full. The idle guests' part halves each interval, that of DB2 falls more
   * slowly, TPM has what is left. Expanded storage is full: what the idle guests had there gives
   * way to DB2.
   */
  private static long[][] crowded(Run run, int interval, Random random) {
    long[] resident = new long[GUESTS.size()];
    long[] expanded = new long[GUESTS.size()];
    double idle = Math.pow(0.5, interval + 1);
    double slow = Math.pow(0.75, interval + 1);
    for (int guest : new int[] {DEPOT, LDAP}) {
      resident[guest] = run.resident().pages(guest) + (long) (40 * MB * idle);
      expanded[guest] = run.expanded().pages(guest) + (long) (150 * MB * idle);
    }
    resident[TPM] =
        run.resident().pages(TPM) - (long) (500 * MB * slow) - random.nextInt(8) * MB / 3;
    expanded[TPM] = run.expanded().pages(TPM) - (long) (120 * MB * slow) + random.nextInt(900);
    resident[DB2] = run.dynamic() * MB - SPARE - resident[TPM] - resident[DEPOT] - resident[LDAP];
    expanded[DB2] = XSTORE - 40 - expanded[TPM] - expanded[DEPOT] - expanded[LDAP];
    long[][] places = new long[GUESTS.size()][];
    for (int guest = 0; guest < places.length; guest++) {
      long disk = run.all().pages(guest) - resident[guest] - expanded[guest];
      long workingSet = resident[guest] - resident[guest] / 60 - random.nextInt(40);
      places[guest] = new long[] {Math.max(1, workingSet), resident[guest], expanded[guest], disk};
    }
    return places;
  }

  /** What moved is what the places before and after make necessary, on top of steady rates. */
  private static Use use(Run run, int guest, double load, long[] before, long[] after) {
    boolean idle = guest == DEPOT || guest == LDAP;
    // the study: 0.01 processors for ITDS, an idle depot
    double busy = (guest == TPM ? run.tpm() : guest == DB2 ? run.db2() : guest == LDAP ? 0.8 : 0.1);
    Rates rates = guest == TPM ? run.tpmRates() : guest == DB2 ? run.db2Rates() : Rates.NONE;
    double expanded = (double) (after[2] - before[2]) / run.seconds();
    double disk = run.pages() ? (double) (after[3] - before[3]) / run.seconds() : 0;
    double fetched = rates.fetched() * load;
    double migrated = rates.migrated() * load + (idle ? Math.max(0, -expanded) : 0);
    double stored = fetched + migrated + expanded;
    if (stored < 0) {
      fetched -= stored;
      stored = 0;
    }
    double written = Math.max(rates.written() * load, disk - migrated);
    double read = written + migrated - disk;
    if (!run.pages()) {
      return new Use(
          busy * load, tv(run, idle), 0, 0, 0, 0, 0, 0, after[0], after[1], after[2], after[3]);
    }
    return new Use(
        busy * load,
        tv(run, idle),
        read,
        written,
        stored + written,
        fetched,
        stored,
        migrated,
        after[0],
        after[1],
        after[2],
        after[3]);
  }

  private static double tv(Run run, boolean idle) {
    return idle ? 1.2 : run.tv();
  }
}
