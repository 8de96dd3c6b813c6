package dev.headroom.site;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.risk.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a site file, YAML or JSON, and refuses what it does not know with the place of it. */
public final class SiteFile {
  /** A folder of captures may bring its own site file under one of these names. */
  private static final List<String> NAMES = List.of("site.yaml", "site.yml", "site.json");

  private static final long LARGEST = 4L << 20;

  private SiteFile() {}

  /** The site file is unusable; the message is for the user. */
  public static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  /**
   * The site file that these paths bring along.
   *
   * @throws UnusableException where several do
   */
  public static Optional<Path> besides(List<String> paths) throws UnusableException {
    Path found = null;
    for (String path : paths) {
      for (String name : NAMES) {
        Path file = Path.of(path).resolve(name);
        if (Files.isRegularFile(file)) {
          if (found != null) {
            throw new UnusableException(
                found + " and " + file + " are both site files; name one of them with --site");
          }
          found = file;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * Reads a site file.
   *
   * @throws UnusableException where it cannot be read, or says something that is not understood
   */
  public static Site read(Path file) throws UnusableException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UnusableException(file + ": the file is larger than a site file may be");
      }
      String text = Files.readString(file);
      JsonNode tree = mapper().readTree(text);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        return Site.EMPTY;
      }
      try (JsonParser parser = mapper().createParser(text)) {
        String fault = SiteKeys.fault(parser);
        if (fault != null) {
          throw new UnusableException(file + fault);
        }
      }
      return check(file, mapper().readValue(text, Site.class));
    } catch (JsonProcessingException e) {
      throw new UnusableException(file + place(e.getLocation()) + ": " + reason(e));
    } catch (NoSuchFileException e) {
      throw new UnusableException(file + ": there is no such file");
    } catch (IOException e) {
      throw new UnusableException(file + ": the file cannot be read: " + e.getMessage());
    }
  }

  private static Site check(Path file, Site site) throws UnusableException {
    Set<String> names = new HashSet<>();
    for (Site.Capture capture : site.captures()) {
      if (capture.match() == null || capture.match().isBlank()) {
        throw new UnusableException(file + ": an entry under captures has no match");
      }
    }
    for (Site.Pool pool : site.pools()) {
      if (pool.name() == null || pool.name().isBlank() || !names.add(pool.name())) {
        throw new UnusableException(
            file + ": two pools are named '" + pool.name() + "', or a pool has no name");
      }
      String release = pool.release();
      if (release != null && ZvmRelease.of(release).isEmpty()) {
        throw new UnusableException(
            file
                + ": pool "
                + pool.name()
                + ": release '"
                + release
                + "' is not a release such as \"5.4.0\"");
      }
      Set<String> members = new HashSet<>();
      for (Site.Member member : pool.membersOrNone()) {
        if (member.name() == null || member.name().isBlank() || !members.add(member.name())) {
          throw new UnusableException(
              file
                  + ": pool "
                  + pool.name()
                  + " has member '"
                  + member.name()
                  + "' twice, or a member without a name");
        }
        check(file, pool, member);
      }
    }
    return site;
  }

  private static void check(Path file, Site.Pool pool, Site.Member member)
      throws UnusableException {
    Integer policy = member.loanPolicy();
    if (policy != null && (policy < 0 || policy > 2)) {
      throw new UnusableException(
          file + ": pool " + pool.name() + ", " + member.name() + ": loanPolicy must be 0, 1 or 2");
    }
    Double weight = member.weight();
    if (weight != null && !(weight >= 0 && weight <= 255)) {
      throw new UnusableException(
          file + ": pool " + pool.name() + ", " + member.name() + ": weight must be 0 to 255");
    }
  }

  private static ObjectMapper mapper() {
    SimpleModule scalars = new SimpleModule();
    scalars.addDeserializer(LocalDateTime.class, new IsoTime());
    scalars.addDeserializer(Duration.class, new Interval());
    scalars.addDeserializer(Site.Shift.class, new ClockShift());
    scalars.addDeserializer(Thresholds.class, new SiteRules());
    // YAML is a superset of JSON: one mapper reads both
    return YAMLMapper.builder()
        .addModule(scalars)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static String place(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : ":" + location.getLineNr() + ":" + location.getColumnNr();
  }

  private static String reason(JsonProcessingException e) {
    Throwable cause = e.getCause();
    String message =
        cause instanceof IllegalArgumentException || cause instanceof DateTimeException
            ? cause.getMessage()
            : e.getOriginalMessage();
    String where =
        e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
            ? lastField(mapping)
            : "";
    return where + String.valueOf(message).lines().findFirst().orElse("not understood");
  }

  private static String lastField(JsonMappingException mapping) {
    for (int i = mapping.getPath().size() - 1; i >= 0; i--) {
      String field = mapping.getPath().get(i).getFieldName();
      if (field != null) {
        return field + ": ";
      }
    }
    return "";
  }

  /** {@code 2009-06-30T12:00:00}. */
  private static final class IsoTime extends StdScalarDeserializer<LocalDateTime> {
    private static final long serialVersionUID = 1L;

    IsoTime() {
      super(LocalDateTime.class);
    }

    @Override
    public LocalDateTime deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText().strip();
      try {
        return LocalDateTime.parse(text.replace(' ', 'T'));
      } catch (DateTimeException e) {
        throw new JsonMappingException(
            parser, "'" + text + "' is not a date and time; write 2009-06-30T12:00:00");
      }
    }
  }

  /** {@code -7m}, {@code +90s}, {@code 1h}. */
  private static final class ClockShift extends StdScalarDeserializer<Site.Shift> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM =
        Pattern.compile(
            "([+-]?)(?:(\\d{1,5}) ?h)? ?(?:(\\d{1,7}) ?(?:m|min))? ?(?:(\\d{1,7}) ?s)?");

    ClockShift() {
      super(Site.Shift.class);
    }

    @Override
    public Site.Shift deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText().strip();
      Matcher form = FORM.matcher(text);
      if (text.isEmpty() || !form.matches() || form.end() <= form.end(1)) {
        throw new JsonMappingException(
            parser, "'" + text + "' is no shift of a clock; write such as -7m, 90s or -1h30m");
      }
      long seconds = part(form, 2) * 3600 + part(form, 3) * 60 + part(form, 4);
      return new Site.Shift((form.group(1).equals("-") ? -seconds : seconds) * 1000);
    }

    private static long part(Matcher form, int group) {
      return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }
  }

  /** {@code 10s}, {@code 5m}, {@code 1h}. */
  private static final class Interval extends StdScalarDeserializer<Duration> {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM = Pattern.compile("(\\d{1,7}) ?(s|m|min|h)");

    Interval() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText().strip();
      Matcher form = FORM.matcher(text);
      if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
        throw new JsonMappingException(
            parser, "'" + text + "' is not an interval; write a number and s, m or h, such as 10s");
      }
      long count = Long.parseLong(form.group(1));
      return switch (form.group(2)) {
        case "s" -> Duration.ofSeconds(count);
        case "h" -> Duration.ofHours(count);
        default -> Duration.ofMinutes(count);
      };
    }
  }
}
