package dev.headroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class GlobTest {
  @Test
  void fitsAWholeNameOrAnyEndOfItBehindASlash() {
    String[][] table = {
      {"lab/bx*", "lab/bx.vmstat", "fits"},
      {"lab/bx*", "/tmp/lab/bx.vmstat", "fits"},
      {"lab/bx*", "/tmp/slab/bx.vmstat", ""},
      {"bx*", "lab/bx/a", ""},
      {"bx**", "lab/bx/a", "fits"},
      {"**/a", "lab/bx/a", "fits"},
      {"bx?", "bx1", "fits"},
      {"?", "/", ""},
      {"{vm,sv}mon*", "svmon.txt", "fits"},
      {"{vm,sv}mon*", "vmmon", "fits"},
      {"{vm,sv}mon*", "vsvmon", ""},
      {"a{,**/}b", "ab", "fits"},
      {"a/{,**/}b", "a/x/y/b", "fits"},
      {"a/{,**/}b", "a/b", "fits"},
      {"h[0-3]", "h2", "fits"},
      {"h[!0-3]", "h2", ""},
      {"h[!0-3]", "h7", "fits"},
      {"a\\*", "a*", "fits"},
      {"a\\*", "ab", ""},
      {"/var/x", "/var/x", "fits"},
    };
    for (String[] row : table) {
      assertEquals(!row[2].isEmpty(), Glob.of(row[0]).matchesEnd(row[1]), row[0] + " " + row[1]);
    }
  }

  @Test
  void aLiteralFitsOnlyItself() {
    String odd = "a*[b]{c,d}?\\";
    assertTrue(Glob.of(Glob.literal(odd)).matchesEnd(odd));
    assertFalse(Glob.of(Glob.literal(odd)).matchesEnd("ab"));
  }

  @Test
  void refusesWhatIsNoPattern() {
    for (String wrong : new String[] {"{a", "[a", "a\\", "{a{b}}", "x".repeat(1001)}) {
      assertThrows(IllegalArgumentException.class, () -> Glob.of(wrong), wrong);
    }
  }

  /** Where ways are tried one after another, this takes longer than anyone waits. */
  @Test
  void theTimeIsNoPowerOfTheLength() {
    assertFalse(Glob.of("**a".repeat(300) + "b").matchesEnd("a".repeat(4000)));
    assertFalse(Glob.of("{a,a}*".repeat(150) + "b").matchesEnd("a".repeat(4000)));
  }
}
