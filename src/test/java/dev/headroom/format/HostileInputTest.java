package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.DiagnosticCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: nothing is thrown, and every line is counted once. */
class HostileInputTest {
  private static final int TEXTS = 150;
  private static final List<byte[]> LINES = new ArrayList<>();

  /** What the texts are made of. */
  private enum Soup {
    BYTES {
      @Override
      void add(Random random, ByteArrayOutputStream text) {
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        text.writeBytes(bytes);
      }
    },
    GOLDEN_LINES {
      @Override
      void add(Random random, ByteArrayOutputStream text) {
        text.writeBytes(LINES.get(random.nextInt(LINES.size())));
        text.write(random.nextInt(30) == 0 ? '\r' : '\n');
      }
    },
    TORN_LINES {
      @Override
      void add(Random random, ByteArrayOutputStream text) {
        byte[] line = LINES.get(random.nextInt(LINES.size()));
        text.write(line, 0, random.nextInt(line.length + 1));
        byte[] other = LINES.get(random.nextInt(LINES.size()));
        int from = random.nextInt(other.length + 1);
        text.write(other, from, other.length - from);
        text.write('\n');
      }
    },
    TERMINAL {
      @Override
      void add(Random random, ByteArrayOutputStream text) {
        String[] parts = {
          "\u001b[",
          "\u001b]",
          "\u001b",
          "\u001b[7;1H",
          "\u001b(0",
          "\b\b\b",
          "\f",
          "\r",
          "\u000b",
          "m",
          "\u000e",
          "12",
          "\u0007",
          "\u001b\\",
          "\n"
        };
        text.writeBytes(ascii(parts[random.nextInt(parts.length)]));
        if (random.nextInt(4) == 0) {
          text.writeBytes(LINES.get(random.nextInt(LINES.size())));
        }
      }
    },
    LONG_LINES {
      @Override
      void add(Random random, ByteArrayOutputStream text) {
        if (random.nextInt(30) == 0) {
          String word =
              new String(LINES.get(random.nextInt(LINES.size())), StandardCharsets.US_ASCII);
          text.writeBytes(ascii(word.repeat(70_000 / (word.length() + 1))));
        }
        GOLDEN_LINES.add(random, text);
      }
    },
    NULS {
      @Override
      void add(Random random, ByteArrayOutputStream text) {
        GOLDEN_LINES.add(random, text);
        text.writeBytes(new byte[random.nextInt(9) == 0 ? random.nextInt(40) : 0]);
      }
    };

    abstract void add(Random random, ByteArrayOutputStream text);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @BeforeAll
  static void readGoldenLines() throws IOException {
    if (LINES.isEmpty()) {
      for (Path file : GoldenCaptures.all()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        text.lines().forEach(line -> LINES.add(ascii(line)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Soup.class)
  void countsEveryLineAndThrowsNothing(Soup soup) {
    Random random = new Random(soup.name().hashCode());
    for (int i = 0; i < TEXTS; i++) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      int parts = 1 + random.nextInt(80);
      for (int part = 0; part < parts; part++) {
        soup.add(random, text);
      }
      text.write('\n'); // what a terminal would not show is no line where none ends
      check(text.toByteArray(), soup + " " + i);
    }
  }

  private static void check(byte[] text, String what) {
    Reading reading = Readings.of("host", text, ReadOptions.DEFAULT);
    Set<DiagnosticCode> none = Set.of(DiagnosticCode.BINARY, DiagnosticCode.UNREADABLE);
    boolean refused = reading.diagnostics().stream().anyMatch(each -> none.contains(each.code()));
    long counted =
        reading.lines().understood() + reading.lines().noise() + reading.lines().rejected();
    // EBCDIC and UTF-16 end their lines otherwise, and are read by other tests
    boolean plain = text.length < 2 || !(text[0] < 0 && text[1] < 0);
    if (!refused && plain) {
      assertEquals(lineCount(text), counted, what);
    }
    reading.tables().forEach(table -> assertTrue(table.samples() >= 0, what));
  }

  private static long lineCount(byte[] bytes) {
    long ends = 0;
    for (byte b : bytes) {
      ends += b == '\n' ? 1 : 0;
    }
    return bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? ends + 1 : ends;
  }

  static Stream<String> attacks() {
    String head = "kthr    memory\n r b avm fre re pi po fr sr cy in sy cs us sy id wa\n";
    String row = " 0 0 685577 263910 0 0 0 0 0 0 6 181 256 1 2 97 0\n";
    return Stream.of(
        "root@lpar7 / # vmstat\n",
        "Mon Mar  3 23:59:40 CET 2014\n",
        "System configuration: lcpu=4 mem=8192MB ent=0.50\n",
        "# vmstat\nkthr\n",
        "# hostname\n",
        "a@b # vmstat\n" + head + row,
        head + row + "a\r",
        "Unit: KB\n",
        "Node Name : x\nPartition Name : y\n",
        "\"a,b\n",
        "\u001b[1;1Habc\u001b[",
        "a\u000b",
        "FCX113\n",
        "1FCX113  Run 2010/05/05 10:10:10  UPAGE\n______\nUserid WSS\nLNX 12\n",
        "FCX112 CPU 1 SER 2 Interval 09:00:00 - 10:00:00\nUserid  %CPU\nA  1.0\n",
        "FCX113 Data for 2010/05/05\n" + "<--- a ---> b ".repeat(70) + "\n",
        "FCX103\nTotal real storage 2GB\n",
        "-".repeat(72) + "\n\n\n");
  }

  /** What stands once before a line without end. */
  static Stream<String> beginnings() {
    return Stream.of(
        "FCX113\n|a\n",
        "FCX113\n|a b <-c-> d\n",
        "FCX113\nUserid   WSS\n|LNX       12\n",
        "FCX144\nEnd Time  U Total\n|09:00:00  0  1234567890123456\n",
        "FCX113\nUserid " + "WSS ".repeat(200) + "\n|" + "1 ".repeat(500) + "\n");
  }

  @ParameterizedTest
  @MethodSource("beginnings")
  void takesTheSameLineWithoutEndAfterABeginning(String text) {
    String[] parts = text.split("\\|", -1);
    check(ascii(parts[0] + parts[1].repeat(1_000_000 / parts[1].length())), text);
  }

  /** Each attack a hundred thousand bytes long, and ten times that: read without a fault. */
  @ParameterizedTest
  @MethodSource("attacks")
  void takesTheSameLineWithoutEnd(String unit) {
    for (int bytes : new int[] {100_000, 1_000_000}) {
      check(ascii(unit.repeat(bytes / unit.length())), unit);
    }
  }
}
