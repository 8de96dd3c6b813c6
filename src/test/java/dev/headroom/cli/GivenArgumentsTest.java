package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a locale without umlauts lost of the arguments is read again from the bytes of the call. */
class GivenArgumentsTest {
  private static byte[] call(String words) {
    return words.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theCallEndsWithTheArguments() {
    String utf8 = "\u00c3\u00a9"; // the bytes of one e with an accent
    assertArrayEquals(
        new String[] {"parse", "\u00e9", "caf\u00e9"},
        GivenArguments.of(
            new String[] {"parse", "\uFFFD\uFFFD", "caf\uFFFD"},
            call("java|-jar|x.jar|parse|" + utf8 + "|caf\u00e9|")));
  }

  @Test
  void argumentsThatDoNotEndTheCallStay() {
    String[] given = {"parse", "\uFFFD"};
    assertSame(given, GivenArguments.of(given, call("java|x|parse|other|\u00e9|")));
    assertSame(given, GivenArguments.of(given, call("\u00e9|")));
    String[] plain = {"parse", "x"};
    assertSame(plain, GivenArguments.of(plain));
  }
}
