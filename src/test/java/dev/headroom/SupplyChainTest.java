package dev.headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What THIRD-PARTY.md says of the libraries inside the jar is what the build resolved. */
class SupplyChainTest {
  private static final Path LIST = Path.of("target/headroom.cdx.json");
  private static final Path PAGE = Path.of("THIRD-PARTY.md");
  private static final String HEAD = "| artifact | version | licence |";

  /** Licences whose name in the library's build file is not the one that its text has. */
  private static final Map<String, String> BY_TEXT =
      Map.of(
          "jline-terminal BSD-4-Clause", "BSD-3-Clause",
          "jfreechart GNU Lesser General Public Licence", "LGPL-2.1-or-later");

  @BeforeEach
  void needsTheList() {
    assumeTrue(Files.exists(LIST), "the strict build makes the list");
  }

  private static List<String> resolved() throws IOException {
    List<String> rows = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(LIST.toFile()).get("components")) {
      String name = each.get("name").asText();
      String licence = each.at("/licenses/0/license/id").asText();
      if (licence.isEmpty()) {
        licence = each.at("/licenses/0/license/name").asText();
      }
      assertFalse(licence.isEmpty(), () -> name + " names no licence");
      rows.add(
          "| "
              + each.get("group").asText()
              + ":"
              + name
              + " | "
              + each.get("version").asText()
              + " | "
              + BY_TEXT.getOrDefault(name + " " + licence, licence)
              + " |");
    }
    return rows.stream().sorted().toList();
  }

  @Test
  void thePageListsWhatTheJarHolds() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    int head = lines.indexOf(HEAD);
    assertTrue(head > 0, "the page has the table");
    List<String> listed =
        lines.subList(head + 2, lines.size()).stream().takeWhile(l -> l.startsWith("|")).toList();
    List<String> resolved = resolved();
    assertTrue(resolved.size() > 20, () -> "only " + resolved.size() + " libraries were resolved");
    assertEquals(String.join("\n", resolved), String.join("\n", listed));
  }

  @Test
  void nothingInTheListIsOfThisMachineOrDay() throws IOException {
    JsonNode list = new ObjectMapper().readTree(LIST.toFile());
    assertTrue(list.at("/metadata/timestamp").isMissingNode(), "the list carries the day");
    assertFalse(Files.readString(LIST).contains(System.getProperty("user.dir")));
  }
}
