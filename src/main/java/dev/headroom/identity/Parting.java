package dev.headroom.identity;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.SourceSpan;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parts captures under one name that cannot be of one machine. They are parted by the topmost
 * folder in which two that contradict each other differ, else by their files, else one by one; a
 * part without a contradiction stays with the first.
 */
final class Parting {
  private final String name;
  private final List<OneCapture> captures;

  /** What contradicts, by the places of the first capture and of the second. */
  private final Map<List<Integer>, Map<List<Integer>, RowComparison.Difference>> rows =
      new HashMap<>();

  private final boolean memoryDiffers;
  private final boolean processorsDiffer;
  private boolean byFolder = true;

  private static final SettingSteps MEMORY = new SettingSteps(OneCapture::memory);
  private static final SettingSteps PROCESSORS = new SettingSteps(OneCapture::processors);

  /**
   * The machines under one name.
   *
   * @param machines the captures of each, in the order of the input; one where nothing contradicts
   * @param doubts one for each machine after the first
   */
  record Parted(List<List<OneCapture>> machines, List<Doubt> doubts) {}

  private Parting(String name, List<OneCapture> captures) {
    this.name = name;
    this.captures = captures;
    compareRows();
    memoryDiffers = !MEMORY.areChanges(captures);
    processorsDiffer = !PROCESSORS.areChanges(captures);
  }

  /** The machines behind a name. */
  static Parted of(String name, List<OneCapture> captures) {
    if (captures.size() < 2) {
      return new Parted(List.of(captures), List.of());
    }
    return new Parting(name, captures).parted();
  }

  /** Only captures that overlap can have a time in common: they are met in the order of time. */
  private void compareRows() {
    List<OneCapture> ordered =
        captures.stream()
            .filter(capture -> !Double.isNaN(capture.span().from()))
            .sorted(Comparator.comparingDouble(capture -> capture.span().from()))
            .toList();
    List<OneCapture> open = new ArrayList<>();
    for (OneCapture next : ordered) {
      open.removeIf(earlier -> earlier.span().to() < next.span().from());
      for (OneCapture earlier : open) {
        boolean inOrder = earlier.places().get(0) < next.places().get(0);
        OneCapture a = inOrder ? earlier : next;
        OneCapture b = inOrder ? next : earlier;
        RowComparison.of(a, b)
            .ifPresent(
                found ->
                    rows.computeIfAbsent(a.places(), key -> new HashMap<>())
                        .put(b.places(), found));
      }
      open.add(next);
    }
  }

  private Optional<String> contradiction(OneCapture a, OneCapture b) {
    RowComparison.Difference found = rows.getOrDefault(a.places(), Map.of()).get(b.places());
    if (found != null) {
      return Optional.of(found.what());
    }
    if (memoryDiffers && bothAre(a, b, MEMORY)) {
      String one = Size.mb(a.memory().get(0));
      return Optional.of(setting("mem", one, a, Size.mb(b.memory().get(0)), b));
    }
    if (processorsDiffer && bothAre(a, b, PROCESSORS)) {
      String one = Decimal.fixed(a.processors().get(0), 0);
      return Optional.of(setting("lcpu", one, a, Decimal.fixed(b.processors().get(0), 0), b));
    }
    return Optional.empty();
  }

  private static String setting(String key, String one, OneCapture a, String other, OneCapture b) {
    return key
        + " is "
        + one
        + " in "
        + a.source()
        + " line "
        + a.line()
        + " and "
        + other
        + " in "
        + b.source()
        + " line "
        + b.line()
        + ", and no capture tells of a change";
  }

  private static boolean bothAre(OneCapture a, OneCapture b, SettingSteps steps) {
    return a.claim() != Claim.SITE && b.claim() != Claim.SITE && steps.differ(a, b);
  }

  private boolean contradict(OneCapture a, OneCapture b) {
    return contradiction(a, b).isPresent();
  }

  private boolean contradict(Collection<OneCapture> some, Collection<OneCapture> others) {
    return some.stream().anyMatch(a -> others.stream().anyMatch(b -> either(a, b)));
  }

  private boolean either(OneCapture a, OneCapture b) {
    return contradict(a, b) || contradict(b, a);
  }

  private Parted parted() {
    if (rows.isEmpty() && !memoryDiffers && !processorsDiffer) {
      return new Parted(List.of(captures), List.of());
    }
    List<List<OneCapture>> machines = new ArrayList<>();
    for (List<OneCapture> group : groups(captures)) {
      machines.stream()
          .filter(machine -> !contradict(machine, group))
          .findFirst()
          .ifPresentOrElse(
              machine -> machine.addAll(group), () -> machines.add(new ArrayList<>(group)));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      names.add(nameOf(i));
    }
    List<Doubt> doubts = new ArrayList<>();
    for (int i = 1; i < machines.size(); i++) {
      doubts.add(doubt(names, machines, i));
    }
    return new Parted(List.copyOf(machines), List.copyOf(doubts));
  }

  private String nameOf(int machine) {
    return machine == 0 ? name : name + "#" + (machine + 1);
  }

  /** Captures that stay together: none of a group contradicts another. */
  private List<List<OneCapture>> groups(List<OneCapture> some) {
    int depth = Integer.MAX_VALUE;
    for (int i = 0; i < some.size(); i++) {
      for (int j = i + 1; j < some.size(); j++) {
        if (either(some.get(i), some.get(j))) {
          depth = Math.min(depth, shared(some.get(i).place(), some.get(j).place()));
        }
      }
    }
    if (depth == Integer.MAX_VALUE) {
      return List.of(some);
    }
    Map<Object, List<OneCapture>> parts = new LinkedHashMap<>();
    for (OneCapture capture : some) {
      String[] path = capture.place().split("/", -1);
      boolean whole = depth >= path.length;
      byFolder &= depth + 1 < path.length;
      Object part =
          whole ? capture.places() : String.join("/", List.of(path).subList(0, depth + 1));
      parts.computeIfAbsent(part, key -> new ArrayList<>()).add(capture);
    }
    return parts.values().stream().flatMap(part -> groups(part).stream()).toList();
  }

  /** How many folders, and the file with them, two places have in common. */
  private static int shared(String a, String b) {
    String[] one = a.split("/", -1);
    String[] other = b.split("/", -1);
    int depth = 0;
    while (depth < Math.min(one.length, other.length) && one[depth].equals(other[depth])) {
      depth++;
    }
    return depth;
  }

  private Doubt doubt(List<String> names, List<List<OneCapture>> machines, int machine) {
    String what = "";
    OneCapture where = machines.get(machine).get(0);
    long line = where.line();
    search:
    for (OneCapture b : machines.get(machine)) {
      for (List<OneCapture> earlier : machines.subList(0, machine)) {
        for (OneCapture a : earlier) {
          Optional<String> found = contradiction(a, b).or(() -> contradiction(b, a));
          if (found.isPresent()) {
            what = found.get();
            where = b;
            RowComparison.@Nullable Difference rowsOf =
                rows.getOrDefault(a.places(), Map.of()).get(b.places());
            line = rowsOf == null ? b.line() : rowsOf.line();
            break search;
          }
        }
      }
    }
    String reason =
        "Captures contradict each other about whose they are: "
            + name
            + " is the name of "
            + (names.size() == 2 ? "two" : String.valueOf(names.size()))
            + " machines. Say in the site file whose each is (captures: match, subject).";
    return new Doubt(
        names,
        byFolder && where.isOfPartition(),
        reason,
        new Diagnostic(
            new SourceSpan(where.source(), line, 0),
            DiagnosticCode.AMBIGUOUS_SUBJECT,
            "two machines are called "
                + name
                + ": "
                + what
                + "; this one counts as "
                + nameOf(machine)
                + ", until the site file says whose they are (captures: match, subject)",
            ""));
  }
}
