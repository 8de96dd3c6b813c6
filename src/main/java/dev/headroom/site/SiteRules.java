package dev.headroom.site;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.risk.ams.AmsRules;
import dev.headroom.risk.zvm.ZvmRules;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code rules: {stalled-share: 10}}: a number in the unit of the threshold, or with it. */
final class SiteRules extends StdDeserializer<Thresholds> {
  /** The key of the site file that sets thresholds. */
  static final String KEY = "rules";

  private static final long serialVersionUID = 1L;
  private static final int NEAR = 4;
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?(\\D*)");

  SiteRules() {
    super(Thresholds.class);
  }

  /** The threshold of this name; empty where no rule and no grade has it. */
  static Optional<Threshold> named(String name) {
    return all().stream().filter(threshold -> threshold.name().equals(name)).findFirst();
  }

  /** The names that are spelt most alike, the nearest first. */
  static List<String> near(String name) {
    return all().stream()
        .map(Threshold::name)
        .sorted(Comparator.comparingInt(known -> distance(name, known)))
        .limit(NEAR)
        .toList();
  }

  private static List<Threshold> all() {
    Map<String, Threshold> all = new LinkedHashMap<>();
    Stream.of(AmsRules.thresholds(Thresholds.DEFAULTS), ZvmRules.thresholds(Thresholds.DEFAULTS))
        .flatMap(List::stream)
        .forEach(threshold -> all.putIfAbsent(threshold.name(), threshold));
    return List.copyOf(all.values());
  }

  // Levenshtein's: letters to add, drop or replace
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  @Override
  public Thresholds deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      throw new JsonMappingException(
          parser, "write the name of a threshold and its value, such as stalled-share: 10");
    }
    Thresholds rules = Thresholds.DEFAULTS;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Threshold threshold =
          named(name)
              .orElseThrow(() -> new JsonMappingException(parser, "'" + name + "' is unknown"));
      rules = rules.with(name, value(parser, threshold));
    }
    return rules;
  }

  private static double value(JsonParser parser, Threshold threshold) throws IOException {
    String text = parser.getText().strip();
    Matcher form = FORM.matcher(text);
    if (parser.currentToken().isScalarValue()
        && form.matches()
        && (form.group(2).isEmpty() || form.group(2).equals(threshold.unit()))) {
      double value = Double.parseDouble(form.group(1));
      if (threshold.allows(value)) {
        return value;
      }
    }
    throw new JsonMappingException(
        parser,
        threshold.name()
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
