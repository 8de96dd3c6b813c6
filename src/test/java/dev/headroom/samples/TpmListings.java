package dev.headroom.samples;

import dev.headroom.samples.TpmStudy.Guest;
import dev.headroom.samples.TpmStudy.Interval;
import dev.headroom.samples.TpmStudy.Run;
import dev.headroom.samples.TpmStudy.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The cells of FCX112, FCX113 and FCX144 for {@code samples/zvm-tpm}, by the keys of layouts. */
final class TpmListings {
  private static final long BELOW_2GB = 524_288;

  private TpmListings() {}

  /** The rows of FCX112: the mean of the guests, then the guests. */
  static List<Map<String, String>> user(Run run, Interval interval, int seconds) {
    List<Map<String, String>> rows = new ArrayList<>();
    double[] mean = new double[5];
    for (int i = 0; i < TpmStudy.GUESTS.size(); i++) {
      Use use = interval.uses().get(i);
      double io = io(i, use);
      double[] figures = {
        use.busy(),
        use.busy() * seconds / 100,
        use.busy() * seconds / 100 / use.tv(),
        io,
        use.reads() + use.writes()
      };
      for (int k = 0; k < figures.length; k++) {
        mean[k] += figures[k] / TpmStudy.GUESTS.size();
      }
      Map<String, String> row = user(figures);
      row.put("userid", TpmStudy.GUESTS.get(i).userid());
      row.put("status", status(run, i, interval.number()));
      rows.add(row);
    }
    Map<String, String> row = user(mean);
    row.put("userid", ">System<");
    row.put("count", String.valueOf(TpmStudy.GUESTS.size()));
    rows.add(0, row);
    return rows;
  }

  private static Map<String, String> user(double[] figures) {
    String total = seconds(figures[1]);
    String virtual = seconds(figures[2]);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("cpu", rate(figures[0]));
    row.put("tcpu", total);
    row.put("vcpu", virtual);
    row.put("tv", rate(Double.parseDouble(total) / Double.parseDouble(virtual)));
    row.put("io", rate(figures[3]));
    row.put("dasd", rate(figures[3] * 0.96));
    row.put("avoid", rate(figures[3] * 0.04));
    row.put("diag98", ".0");
    row.put("ur", ".0");
    row.put("pages", rate(figures[4]));
    return row;
  }

  /** Virtual input and output a second; made up: it follows the processor time. */
  private static double io(int guest, Use use) {
    return new double[] {0.22, 1, 2.6, 3}[guest] * use.busy();
  }

  private static String status(Run run, int guest, int interval) {
    if (guest == 1) {
      return "EME,---,DORM";
    }
    if (guest == 3) {
      return "EME,CL1,DIS";
    }
    boolean waits = run.pages() && (interval + guest) % 3 == 0;
    return waits ? "EME,CL3,PGWT" : "EME,CL3,DISP";
  }

  /** The rows of FCX113: the mean of the guests, then the guests. */
  static List<Map<String, String>> upage(Interval interval) {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(new LinkedHashMap<>());
    for (int i = 0; i < TpmStudy.GUESTS.size(); i++) {
      Guest guest = TpmStudy.GUESTS.get(i);
      Map<String, String> row = upage(List.of(interval.uses().get(i)), List.of(locked(i)));
      row.put("userid", guest.userid());
      row.put("size", guest.size() + "M");
      rows.add(row);
    }
    Map<String, String> row = rows.get(0);
    row.putAll(upage(interval.uses(), List.of(locked(0), locked(1), locked(2), locked(3))));
    row.put("userid", ">System<");
    long sizes = TpmStudy.GUESTS.stream().mapToLong(Guest::size).sum();
    row.put("size", Math.round((double) sizes / TpmStudy.GUESTS.size()) + "M");
    row.put("count", String.valueOf(TpmStudy.GUESTS.size()));
    return rows;
  }

  private static long locked(int guest) {
    return List.of(212L, 18L, 164L, 20L).get(guest); // made up
  }

  private static Map<String, String> upage(List<Use> uses, List<Long> locked) {
    double lockedPages = locked.stream().mapToLong(l -> l).average().orElse(0);
    double resident = mean(uses, Use::resident);
    double below = mean(uses, use -> below(use.resident()));
    Map<String, String> row = new LinkedHashMap<>();
    row.put("spaces", "0");
    row.put("reads", rate(mean(uses, Use::reads)));
    row.put("writes", rate(mean(uses, Use::writes)));
    row.put("steals", rate(mean(uses, Use::steals)));
    row.put("2gb", ".0");
    row.put("fetched", rate(mean(uses, Use::fetched)));
    row.put("stored", rate(mean(uses, Use::stored)));
    row.put("migrated", rate(mean(uses, Use::migrated)));
    row.put("wss", count(mean(uses, Use::workingSet)));
    row.put("reserved", "0");
    row.put("r<", count(below));
    row.put("r>", count(resident - below));
    row.put("l<", "0");
    row.put("l>", count(lockedPages));
    row.put("xstore", count(mean(uses, Use::expanded)));
    row.put("disk", count(mean(uses, Use::disk)));
    return row;
  }

  /** Of what is resident, the part below 2 GB; made up: a twentieth, of the idle guests too. */
  private static long below(long resident) {
    return Math.min(resident / 20, BELOW_2GB / 2);
  }

  /** The rows of FCX144 for an interval: one a processor. */
  static List<Map<String, String>> proclog(Interval interval, String time) {
    double user = interval.uses().stream().mapToDouble(Use::busy).sum();
    double virtual = interval.uses().stream().mapToDouble(use -> use.busy() / use.tv()).sum();
    double reads = interval.uses().stream().mapToDouble(Use::reads).sum();
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < TpmStudy.PROCESSORS; i++) {
      // made up: the first processors have a little more to do
      double share = (1 + 0.02 * (4.5 - i)) / TpmStudy.PROCESSORS;
      long userTenths = Math.round(user * share * 10);
      long systemTenths = Math.round(interval.overhead() * share * 10);
      Map<String, String> row = new LinkedHashMap<>();
      row.put("time", time);
      row.put("cpu", String.format(Locale.ROOT, "%02X", i));
      row.put("type", "IFL");
      row.put("total", rate((userTenths + systemTenths) / 10.0));
      row.put("user", rate(userTenths / 10.0));
      row.put("syst", rate(systemTenths / 10.0));
      row.put("emul", rate(Math.min(virtual * share, userTenths / 10.0)));
      row.put("siml", count(user * share * 42));
      row.put("diag", rate(user * share * 1.7));
      row.put("sigp", rate(user * share * 6.1));
      row.put("ssch", rate(user * share * 0.9 + reads * share / 8));
      row.put("2gb", ".0");
      row.put("pgin", rate(interval.uses().stream().mapToDouble(Use::fetched).sum() * share));
      row.put("read", rate(reads * share));
      rows.add(row);
    }
    return rows;
  }

  /** The average of a whole run. */
  static Interval average(List<Interval> intervals) {
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < TpmStudy.GUESTS.size(); i++) {
      int guest = i;
      List<Use> all = intervals.stream().map(interval -> interval.uses().get(guest)).toList();
      uses.add(
          new Use(
              mean(all, Use::busy),
              all.get(0).tv(),
              mean(all, Use::reads),
              mean(all, Use::writes),
              mean(all, Use::steals),
              mean(all, Use::fetched),
              mean(all, Use::stored),
              mean(all, Use::migrated),
              Math.round(mean(all, Use::workingSet)),
              Math.round(mean(all, Use::resident)),
              Math.round(mean(all, Use::expanded)),
              Math.round(mean(all, Use::disk))));
    }
    return new Interval(
        intervals.get(0).from(),
        intervals.get(intervals.size() - 1).to(),
        intervals.stream().mapToDouble(Interval::overhead).average().orElse(0),
        uses,
        intervals.get(intervals.size() - 1).number());
  }

  private static double mean(List<Use> uses, ToDoubleFunction<Use> figure) {
    return uses.stream().mapToDouble(figure).average().orElse(0);
  }

  static String count(double value) {
    return String.valueOf(Math.round(value));
  }

  /** One decimal below 100, none above; the toolkit prints no zero before the point. */
  static String rate(double value) {
    if (value >= 99.95) {
      return count(value);
    }
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }

  /** Four digits. */
  private static String seconds(double value) {
    int decimals = value < 0.99995 ? 3 : value < 9.9995 ? 3 : value < 99.995 ? 2 : 1;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
