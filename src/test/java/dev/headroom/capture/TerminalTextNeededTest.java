package dev.headroom.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Eight bytes are looked at together; what they show is the same as byte by byte. */
class TerminalTextNeededTest {
  private static boolean byteByByte(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      boolean control =
          bytes[i] >= 0
              && bytes[i] < ' '
              && bytes[i] != '\n'
              && bytes[i] != '\t'
              && bytes[i] != '\r';
      if (control || bytes[i] == (byte) 0xA0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everyByteIsSeenAtEveryPlace() {
    for (int value = 0; value < 256; value++) {
      for (int place = 0; place < 20; place++) {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) ' ');
        bytes[place] = (byte) value;
        assertEquals(
            byteByByte(bytes, 0, 20), TerminalText.needed(bytes, 0, 20), value + " at " + place);
      }
    }
  }

  @Test
  void neighboursOfALineEndAreSeen() {
    SplittableRandom random = new SplittableRandom(20);
    byte[] some = {
      '\n', '\r', '\t', ' ', '7', 0x0B, 0x09, 0x1B, 0, 1, (byte) 0xA0, (byte) 0xC3, 0x7F
    };
    int needed = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[16];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] =
            random.nextInt(12) > 0 ? some[random.nextInt(5)] : some[random.nextInt(some.length)];
      }
      boolean wanted = byteByByte(bytes, 0, bytes.length);
      needed += wanted ? 1 : 0;
      assertEquals(wanted, TerminalText.needed(bytes, 0, bytes.length), Arrays.toString(bytes));
    }
    assertTrue(needed > 1000 && needed < 19_000, "both kinds were tried");
    assertFalse(TerminalText.needed(new byte[0], 0, 0));
  }
}
