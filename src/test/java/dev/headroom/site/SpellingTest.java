package dev.headroom.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpellingTest {
  private static final List<String> KEYS = List.of("name", "size", "reserve");

  @Test
  void findsWhatWasMeant() {
    assertEquals(Optional.of("size"), Spelling.nearest("Size", KEYS));
    assertEquals(Optional.of("reserve"), Spelling.nearest("reserved", KEYS));
    assertEquals(Optional.empty(), Spelling.nearest("colour", KEYS));
  }
}
