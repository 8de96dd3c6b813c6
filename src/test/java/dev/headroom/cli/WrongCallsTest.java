package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that cannot be meant ends with 2 and one sentence, in words of who calls. */
final class WrongCallsTest {
  private static final Pattern OF_PROGRAMS =
      Pattern.compile(
          "Exception|\\bjava\\.|\\bcom\\.|\\borg\\.|\\bnull\\b|through reference chain");

  @TempDir private Path folder;

  private String[] words(String call) {
    return Stream.of(call.split(" ", -1))
        .map(word -> word.replace("LAB", "samples/ams-lab").replace("DIR", folder.toString()))
        .map(word -> word.equals("NOTHING") ? "" : word)
        .toArray(String[]::new);
  }

  private String refused(String call) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Headroom.run(Outlet.of(out), Outlet.of(err), words(call));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(Headroom.WRONG_USAGE, code, call + ": " + said);
    assertEquals("", out.toString(StandardCharsets.UTF_8), call);
    assertFalse(OF_PROGRAMS.matcher(said).find(), said);
    return said.lines().findFirst().orElse("").replace(folder.toString(), "DIR");
  }

  @Test
  void everyOneIsRefusedInASentence() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    String whole = "' is not a whole number from 1 to 4,096";
    String[][] table = {
      {"", "there is no command ''; there are analyze, parse, whatif, backtest, formats"},
      {"parse", "PATH is missing"},
      {"analyze", "PATH is missing"},
      {"analyze LAB -o", "--out needs a value: --out DIR"},
      {"analyze LAB -o x -o y", "--out is given twice; give it once"},
      {"parse NOTHING", "a path is empty; a variable that is not set may stand there"},
      {
        "analyze LAB NOTHING -o DIR/x",
        "a path is empty; a variable that is not set may stand there"
      },
      {
        "analyze LAB -o NOTHING",
        "--out: the name is empty; a variable that is not set may stand there"
      },
      {
        "parse LAB --site NOTHING",
        "--site: the name is empty; a variable that is not set may stand there"
      },
      {
        "analyze LAB -o DIR/x --site-skeleton NOTHING",
        "--site-skeleton: the name is empty; a variable that is not set may stand there"
      },
      {
        "parse LAB --zone NOTHING", "--zone: '' is not a time zone; write one such as Europe/Berlin"
      },
      {"parse LAB --jobs 0", "--jobs: '0" + whole},
      {"parse LAB --jobs -3", "--jobs: '-3" + whole},
      {"parse LAB --jobs two", "--jobs: 'two" + whole},
      {"parse LAB --jobs 5000", "--jobs: '5000" + whole},
      {"parse LAB --jobs 99999999999999999999", "--jobs: '99999999999999999999" + whole},
      {"parse LAB --jobs NOTHING", "--jobs: '" + whole},
      {"parse LAB --csv=x", "--csv takes no value; leave '=x' out"},
      {"parse LAB --csv --csv", "--csv is given twice; give it once"},
      {
        "parse LAB --from 99999-01-01",
        "--from: '99999-01-01' is not a local date and time; write 2009-06-30T12:00:00"
      },
      {
        "parse LAB --from +999999999-01-01",
        "--from: '+999999999-01-01' is not of a year from 1970 to 2199"
      },
      {"parse LAB --until 0000-01-01", "--until: '0000-01-01' is not of a year from 1970 to 2199"},
      {
        "parse LAB --from 2010-01-01 --until 2009-01-01",
        "--from 2010-01-01 is not before --until 2009-01-01: no sample can be between them"
      },
      {
        "analyze LAB -o DIR/x --from 2010-01-01 --until 2010-01-01",
        "--from 2010-01-01 is not before --until 2010-01-01: no sample can be between them"
      },
      {
        "analyze LAB -o DIR/x --horizon 99999999",
        "--horizon: '99999999' is not a number of days above 0; write 7, 7d, 12h or 2w"
      },
      {
        "analyze LAB -o DIR/x --breach NaN",
        "--breach: 'NaN' is not a chance between 0 and 1; write 5% or 0.05"
      },
      {"backtest LAB --draws 0", "--draws: '0' is not a whole number from 1 to 1,000,000"},
      {
        "backtest LAB --draws 2 --members 0",
        "--members: '0' is not a whole number from 1 to 1,000,000"
      },
      {
        "backtest LAB --draws 2 --seed x",
        "--seed: 'x' is not a whole number from 0 to 999,999,999,999,999,999"
      },
      {"parse @file", "@file: there is no such file or folder"},
      {"formats more", "'more' is one word too many"},
      {
        "whatif LAB --pool --json", "--pool needs a value: --pool NAME=SIZE",
      },
      {"whatif LAB --pool js22=9999999TB", "--pool: '9999999TB' is more than any machine has"},
      {
        "whatif LAB --shift bxaix85=9999999w",
        "--shift: '9999999w' is more than a year; work can be shifted by a year at most"
      },
      {
        "whatif LAB --remove bxaix85 --grow bxaix85=2",
        "--remove: 'bxaix85' is removed and changed by --grow at once; leave one of the two out"
      },
      {
        "whatif LAB --remove bxaix85 --weight bxaix85=2",
        "--remove: 'bxaix85' is removed and changed by --weight at once; leave one of the two out"
      },
      {
        "whatif LAB --add x=bxaix85 --remove x",
        "--remove: 'x' is removed and changed by --add at once; leave one of the two out"
      },
      {
        "whatif LAB --failover bxaix85=bxaix86 --remove bxaix86",
        "--remove: 'bxaix86' is removed and changed by --failover at once; leave one of the two out"
      },
      {
        "analyze LAB -o DIR/file",
        "-o: DIR/file is a file, and a folder is needed there; name another folder"
      },
      {
        "analyze LAB -o DIR/file/below",
        "-o: DIR/file is a file, and a folder is needed there; name another folder"
      },
      {
        "backtest LAB -o DIR/file",
        "-o: DIR/file is a file, and a folder is needed there; name another folder"
      },
      {"parse LAB --site DIR", "DIR: this is a folder, and a site file is one file"},
    };
    for (String[] row : table) {
      assertEquals("headroom: " + row[1], refused(row[0]), row[0]);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "a call that was refused left something");
    }
  }

  @Test
  void whoseWorkAnotherTakesOverMayGrowBeforeItIsRemoved() {
    String call =
        "whatif LAB --no-progress --grow bxaix85=1.5 --failover bxaix85=bxaix86 --remove bxaix85";
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertEquals(
        Headroom.DONE,
        Headroom.run(Outlet.of(new ByteArrayOutputStream()), Outlet.of(err), words(call)),
        err::toString);
  }

  @Test
  void aFileMayBeCalledAsAnArgumentFileWouldBe() throws IOException {
    Path file = folder.resolve("@lab.vmstat");
    Files.copy(Path.of("samples/ams-lab/bxaix85.vmstat"), file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Outlet err = Outlet.of(new ByteArrayOutputStream());
    assertEquals(Headroom.DONE, Headroom.run(Outlet.of(out), err, words("parse DIR/@lab.vmstat")));
    assertFalse(out.toString(StandardCharsets.UTF_8).isEmpty());
  }
}
