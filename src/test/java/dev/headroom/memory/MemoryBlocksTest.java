package dev.headroom.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBlocksTest {
  private static final double BLOCK = 268_435_456;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "2, 1",
    "268435456, 1",
    "268435457, 1",
    "268435458, 2",
    "536870912, 2",
  })
  void roundsUpToWholeBlocksAndTakesAByteForRounding(double bytes, int blocks) {
    assertEquals(blocks * BLOCK, MemoryBlocks.up(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "244032232, 1", "268435456, 2", "2684354560, 11"})
  void enoughIsATenthMoreInWholeBlocks(double peak, int blocks) {
    assertEquals(blocks * BLOCK, MemoryBlocks.enough(peak));
  }
}
