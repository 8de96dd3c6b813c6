package dev.headroom.site;

import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.risk.ams.AmsRules;
import dev.headroom.risk.zvm.ZvmRules;
import dev.headroom.unit.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code rules: {stalled-share: 10}}: a number in the unit of the threshold, or with it. */
final class SiteRules {
  private static final int NEAR = 4;
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?(\\D*)");

  private SiteRules() {}

  /**
   * Reads the thresholds that a file sets.
   *
   * @throws SiteFile.UnusableException where no rule has one, or it cannot have that value
   */
  static Thresholds of(SiteText file, SiteNode.Keyed said) throws SiteFile.UnusableException {
    Thresholds rules = Thresholds.DEFAULTS;
    Map<String, Threshold> all = all();
    for (Map.Entry<String, SiteNode> entry : said.values().entrySet()) {
      String name = entry.getKey();
      Threshold threshold = all.get(name);
      if (threshold == null) {
        throw file.fault(
            said.keys().getOrDefault(name, said.at()),
            "'"
                + name
                + "' is not a threshold of a rule; near it are "
                + Names.list(Spelling.near(name, all.keySet(), NEAR)));
      }
      rules = rules.with(name, value(file, entry.getValue(), threshold));
    }
    return rules;
  }

  private static Map<String, Threshold> all() {
    Map<String, Threshold> all = new LinkedHashMap<>();
    Stream.of(AmsRules.thresholds(Thresholds.DEFAULTS), ZvmRules.thresholds(Thresholds.DEFAULTS))
        .flatMap(List::stream)
        .forEach(threshold -> all.putIfAbsent(threshold.name(), threshold));
    return all;
  }

  private static double value(SiteText file, SiteNode node, Threshold threshold)
      throws SiteFile.UnusableException {
    String text = node instanceof SiteNode.Scalar scalar ? scalar.text().strip() : "a list";
    Matcher form = FORM.matcher(text);
    if (form.matches() && (form.group(2).isEmpty() || form.group(2).equals(threshold.unit()))) {
      double value = Double.parseDouble(form.group(1));
      if (threshold.allows(value)) {
        return value;
      }
    }
    throw file.fault(
        node.at(),
        "rules: "
            + threshold.name()
            + " cannot be '"
            + text
            + "'; write "
            + range(threshold)
            + ", such as "
            + threshold.text(threshold.defaultValue()));
  }

  private static String range(Threshold threshold) {
    return switch (threshold.unit()) {
      case "%" -> "0 to 100 %";
      case "count" -> "a whole number from 1 on";
      default -> "a number of " + threshold.unit() + " that is not negative";
    };
  }
}
