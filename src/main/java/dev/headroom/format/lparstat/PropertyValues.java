package dev.headroom.format.lparstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.PartitionPropertiesLexer;
import dev.headroom.format.grammar.PartitionPropertiesParser.AbsentValueContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.LabelContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.NumberValueContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.PartValueContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.SizeValueContext;
import dev.headroom.format.grammar.PartitionPropertiesParser.ValueContext;
import dev.headroom.series.Metric;
import dev.headroom.unit.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of the list: sizes such as {@code 77.000 MB}, capacities such as {@code 0,50}, counts.
 * A value that was cut does not count, even where what is left of it is a number.
 */
final class PropertyValues {
  private static final Map<Integer, Metric> METRIC_OF =
      Map.ofEntries(
          Map.entry(PartitionPropertiesLexer.ONLINE_MEMORY, Metric.MEMORY_LOGICAL),
          Map.entry(PartitionPropertiesLexer.MAXIMUM_MEMORY, Metric.MEMORY_MAXIMUM),
          Map.entry(PartitionPropertiesLexer.MINIMUM_MEMORY, Metric.MEMORY_MINIMUM),
          Map.entry(PartitionPropertiesLexer.DESIRED_MEMORY, Metric.MEMORY_DESIRED),
          Map.entry(
              PartitionPropertiesLexer.TOTAL_IO_MEMORY_ENTITLEMENT, Metric.MEMORY_ENTITLEMENT_IO),
          Map.entry(PartitionPropertiesLexer.VARIABLE_MEMORY_CAPACITY_WEIGHT, Metric.MEMORY_WEIGHT),
          Map.entry(PartitionPropertiesLexer.MEMORY_POOL_ID, Metric.POOL_ID),
          Map.entry(PartitionPropertiesLexer.PHYSICAL_MEMORY_IN_THE_POOL, Metric.POOL_MEMORY),
          Map.entry(PartitionPropertiesLexer.ENTITLED_CAPACITY, Metric.CPU_ENTITLEMENT),
          Map.entry(PartitionPropertiesLexer.ONLINE_VIRTUAL_CPUS, Metric.CPU_VIRTUAL));

  /** All metrics of the list, in the order in which samples name them. */
  static final List<Metric> METRICS =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_MAXIMUM,
          Metric.MEMORY_MINIMUM,
          Metric.MEMORY_DESIRED,
          Metric.MEMORY_ENTITLEMENT_IO,
          Metric.MEMORY_WEIGHT,
          Metric.POOL_ID,
          Metric.POOL_MEMORY,
          Metric.CPU_ENTITLEMENT,
          Metric.CPU_VIRTUAL);

  /** More digits than any partition's memory has. */
  private static final int MOST_DIGITS = 12;

  private final SectionContext context;

  PropertyValues(SectionContext context) {
    this.context = context;
  }

  static Metric metric(int label) {
    return Objects.requireNonNull(METRIC_OF.get(label), "a label without a metric");
  }

  /** What a label gives a sample of; empty where it gives none. */
  static Optional<Metric> sampled(int label) {
    return Optional.ofNullable(METRIC_OF.get(label));
  }

  /** A value as printed; empty where it is missing, or not such as its label has. */
  String readable(LabelContext label, @Nullable ValueContext value) {
    boolean figure = label.otherLabel() == null && label.nameLabel() == null;
    boolean read =
        value != null
            && (!figure
                || value instanceof SizeValueContext
                || value instanceof NumberValueContext);
    return read && value != null ? value.getText() : "";
  }

  boolean isAbsent(@Nullable ValueContext value) {
    return value == null || value instanceof AbsentValueContext;
  }

  /**
   * The value in its metric's unit; empty where it is not one, which is then reported.
   *
   * @param unended whether the input ends inside the line, so that digits may be missing
   */
  Optional<Double> read(Line line, LabelContext label, ValueContext value, boolean unended) {
    String text = value.getText();
    boolean last = unended && value.getStop().getStopIndex() + 1 == line.length();
    if (label.sizeLabel() != null) {
      if (value instanceof SizeValueContext && text.length() <= MOST_DIGITS + 4) {
        return Optional.of(size(text));
      }
      if (value instanceof NumberValueContext || value instanceof PartValueContext) {
        return cut(line, value, "'" + text + "' has no whole unit");
      }
      return bad(line, value, "is not a size");
    }
    if (value instanceof PartValueContext) {
      return cut(line, value, "'" + text + "' is not a whole number");
    }
    if (!(value instanceof NumberValueContext) || text.length() > MOST_DIGITS) {
      return bad(line, value, "is not a number");
    }
    int point = text.replace(',', '.').indexOf('.');
    boolean whole = label.countLabel() != null;
    if (whole && point >= 0) {
      return bad(line, value, "is not a whole number");
    }
    if (last) {
      return cut(line, value, "the input ends inside this number");
    }
    return Optional.of(Double.parseDouble(text.replace(',', '.')));
  }

  private static double size(String text) {
    int end = text.length() - 2;
    return Size.bytes(text.substring(0, end).strip().replace(',', '.'), text.substring(end));
  }

  Optional<Double> cut(Line line, ValueContext value, String fault) {
    return report(line, value, DiagnosticCode.TRUNCATED, fault + ", so it was cut");
  }

  Optional<Double> bad(Line line, ValueContext value, String fault) {
    int from = value.getStart().getStartIndex();
    String text = line.text(from, value.getStop().getStopIndex() + 1);
    return report(line, value, DiagnosticCode.BAD_NUMBER, "'" + text + "' " + fault);
  }

  private Optional<Double> report(
      Line line, ValueContext value, DiagnosticCode code, String fault) {
    context.report(
        line, LineGrammar.column(value.getStart()), code, fault + "; the line is left out");
    return Optional.empty();
  }
}
