package dev.headroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void aNameStaysOneWordOfAShell() {
    assertEquals("Server-9117_MMA.SN1", Advice.word("Server-9117_MMA.SN1"));
    assertEquals("'p 570'", Advice.word("p 570"));
    assertEquals("'x; reboot'", Advice.word("x; reboot"));
    assertEquals("'$(id)'", Advice.word("$(id)"));
    assertEquals("'it'\\''s'", Advice.word("it's"));
    assertEquals("'-o'", Advice.word("-o"));
    assertEquals("'a\nb'", Advice.word("a\nb"));
    assertEquals("''", Advice.word(""));
  }
}
