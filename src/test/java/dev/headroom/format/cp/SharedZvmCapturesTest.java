package dev.headroom.format.cp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.SharedFolder;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real captures of CP's answers, where they lie beside the project. They are not part of it. */
class SharedZvmCapturesTest {
  @Test
  void noAnswerOfCpIsRejected() throws IOException {
    for (Path file : SharedFolder.files("captures/zvm", "(?!.*(FCX|smapi)).*")) {
      Reading reading = Readings.of(file);
      assertEquals(List.of(), reading.diagnostics(), file.toString());
      assertEquals(0, reading.lines().rejected(), file.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zvm510_query_frames.txt, memory.real, 260352",
    "zvm510_query_frames.txt, memory.dynamic, 259222",
    "zvm520_query_frames_partial.txt, memory.real, 7864319",
    "zvm520_query_frames_partial.txt, memory.pageable, 7784415",
    "zvm620_query_alloc_page_39pct.flow.txt, pagingspace.inuse, 708049",
    "zvm630_indicate_user_maint.txt, memory.workingset, 1601",
    "zvm630_indicate_user_maint.txt, memory.instantiated, 1622",
    "zvm630_query_alloc_page_1vol.txt, pagingspace.size, 600660",
    "zvm630_query_alloc_page_2vol.txt, pagingspace.size, 1050624",
    "zvm720_query_alloc_map.flow.txt, pagingspace.inuse, 154",
    "zvm720_query_storage.flow.txt, memory.real, 4194304",
    "zvm7x_query_storage_48G.txt, memory.real, 12582912",
  })
  void givesThePagesThatItPrints(String name, String metric, long pages) throws IOException {
    Reading reading = Readings.of(SharedFolder.file("captures/zvm/" + name));
    long found =
        Readings.samples(reading).stream()
            .filter(line -> line.contains(" " + metric + " "))
            .filter(line -> line.endsWith(" " + pages * 4096 + " B"))
            .count();
    assertEquals(1, found, () -> Readings.all(reading));
  }
}
