package dev.headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words that make a reader stumble stay out of all comments, and out of the sentences of the
 * command line and of diagnostics.
 */
class LanguageTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/headroom");

  /** The rooms whose texts are messages of the command line or diagnostics. */
  private static final List<String> SPEAKING = List.of("cli", "capture", "format", "site", "unit");

  private static final Pattern STUMBLES =
      Pattern.compile("(?i)\\b(?:nobody|whom|said|so many|that of|is none)\\b");

  /** A literal or a comment: only together are both told apart from what they hold. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:\"(?:[^\"\\\\\n]|\\\\.)*+\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\n]|\\\\.)*+\")*+)"
              + "|'(?:[^'\\\\\n]|\\\\.)'"
              + "|/\\*[\\s\\S]*?\\*/|//[^\n]*(?:\n\\s*//[^\n]*)*+");

  private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern BREAK = Pattern.compile("\\s*\n\\s*(?:\\*|//)?\\s*");

  @Test
  void sentencesAndCommentsHaveNone() throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        files++;
        String name = SOURCES.relativize(file).toString();
        boolean speaks = SPEAKING.stream().anyMatch(room -> name.startsWith(room + "/"));
        stumbles(Files.readString(file), speaks).forEach(text -> found.add(name + ": " + text));
      }
    }
    assertTrue(files > 100, "the sources are not where they were");
    assertEquals(List.of(), found);
  }

  @Test
  void theyAreTold() {
    assertEquals(1, stumbles("/** The name, empty where there\n   * is none. */", false).size());
    assertEquals(1, stumbles("// a size that nobody\n  // asked for", false).size());
    assertEquals(1, stumbles("\"rows of so\"\n + \" many pages\"", true).size());
    assertEquals(List.of(), stumbles("\"what is none of ours\"", false));
    assertEquals(List.of(), stumbles("said.add(name); char c = '\"'; // whole", true));
  }

  /** The comments of a source that hold such a word, and its literals where these count too. */
  private static List<String> stumbles(String source, boolean literals) {
    return TEXT.matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(text -> text.startsWith("/") || (literals && text.startsWith("\"")))
        .map(text -> BREAK.matcher(JOINT.matcher(text).replaceAll("")).replaceAll(" "))
        .filter(text -> STUMBLES.matcher(text).find())
        .toList();
  }
}
