package dev.headroom.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBlocksTest {
  private static final double BLOCK = 268_435_456;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "268435456, 1",
    "269484031, 1",
    "269484032, 2",
    "536870912, 2",
  })
  void roundsUpToWholeBlocksAndTakesLessThanAMegabyteForRounding(double bytes, int blocks) {
    assertEquals(blocks * BLOCK, MemoryBlocks.up(bytes));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "244032232, 1", "268435456, 2", "2684354560, 11"})
  void enoughIsATenthMoreInWholeBlocks(double peak, int blocks) {
    assertEquals(blocks * BLOCK, MemoryBlocks.enough(peak));
  }
}
