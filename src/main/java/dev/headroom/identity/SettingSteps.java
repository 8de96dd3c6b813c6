package dev.headroom.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether a setting that differs between captures under one name may have been changed on one
 * machine. A tool says that its configuration changed where that happens while it runs; between two
 * captures nothing says it. It is a change where the times, or the order of one text, are known;
 * where the captures do not overlap; where no earlier value comes back; and where each of the two
 * has a name of its own, or they are of different days. All else is taken for another machine.
 */
final class SettingSteps {
  private static final double DAY = 86_400_000;

  private final Function<OneCapture, List<Double>> setting;

  /** The steps of a setting, of which a capture gives each value once it changes. */
  SettingSteps(Function<OneCapture, List<Double>> setting) {
    this.setting = setting;
  }

  /** Whether two captures have no value in common. */
  boolean differ(OneCapture a, OneCapture b) {
    List<Double> one = setting.apply(a);
    List<Double> other = setting.apply(b);
    return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
  }

  /** Whether all values may be one machine's. */
  boolean areChanges(List<OneCapture> captures) {
    List<OneCapture> given =
        captures.stream()
            .filter(capture -> capture.claim() != Claim.SITE && !setting.apply(capture).isEmpty())
            .toList();
    Set<Double> values = new HashSet<>();
    given.forEach(capture -> values.addAll(setting.apply(capture)));
    if (values.size() < 2) {
      return true;
    }
    if (given.stream().allMatch(capture -> capture.dated().from() > 0)) {
      return follow(
          given.stream().sorted(Comparator.comparingDouble(each -> each.dated().from())).toList(),
          true);
    }
    boolean oneText = given.stream().map(OneCapture::place).distinct().count() == 1;
    return oneText && follow(given, false);
  }

  private boolean follow(List<OneCapture> ordered, boolean dated) {
    Set<Double> before = new HashSet<>();
    OneCapture last = null;
    double end = Double.NEGATIVE_INFINITY;
    for (OneCapture next : ordered) {
      if (last != null && !mayFollow(last, next, before, dated ? end : Double.NEGATIVE_INFINITY)) {
        return false;
      }
      before.addAll(setting.apply(next));
      end = Math.max(end, dated ? next.dated().to() : end);
      last = next;
    }
    return true;
  }

  private boolean mayFollow(OneCapture last, OneCapture next, Set<Double> before, double end) {
    List<Double> was = setting.apply(last);
    double now = setting.apply(next).get(0);
    boolean overlap = next.dated().from() < end;
    if (was.get(was.size() - 1) == now || (overlap && was.contains(now))) {
      return true;
    }
    boolean apart =
        Math.floor(last.dated().to() / DAY) < Math.floor(next.dated().from() / DAY)
            || (last.namedApartFrom(next) && next.namedApartFrom(last));
    return !overlap && !before.contains(now) && apart;
  }
}
