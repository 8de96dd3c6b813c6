package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers become text in {@code unit} alone, so that one size or span is written in one way. */
class OneFormatterTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/headroom");

  /**
   * A number with decimals, or with its thousands apart, in a format string. What is padded with
   * zeros is a key and not for people.
   */
  private static final Pattern FORMATTED =
      Pattern.compile(
          "\"[^\"\\n]*%(?:,d|[-,]?(?:[1-9][0-9]*)?(?:\\.[0-9]+)?[feg](?![a-z]))[^\"\\n]*\"");

  /** A unit put behind a number by hand. */
  private static final Pattern UNIT =
      Pattern.compile("\\+ \" (?:KB|MB|GB|TB|ms|s|min|h|hours?|days?|%)\"");

  @Test
  void noOtherRoomHasOneOfItsOwn() throws IOException {
    List<String> copies = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (file.startsWith(SOURCES.resolve("unit"))) {
          continue;
        }
        files++;
        String source = Files.readString(file);
        for (Pattern pattern : List.of(FORMATTED, UNIT)) {
          pattern
              .matcher(source)
              .results()
              .forEach(found -> copies.add(SOURCES.relativize(file) + ": " + found.group()));
        }
      }
    }
    assertTrue(files > 100, "the sources are not where they were");
    assertEquals(List.of(), copies);
  }

  @Test
  void copiesAreTold() {
    assertTrue(FORMATTED.matcher("String.format(ROOT, \"%.2f GB\", bytes)").find());
    assertTrue(FORMATTED.matcher("String.format(ROOT, \"of %,d lines\", lines)").find());
    assertTrue(UNIT.matcher("text + \" min\"").find());
  }
}
