package dev.headroom.format.svmon;

import java.util.Locale;

/**
 * A row of the page-size block.
 *
 * @param bytes the size of its pages
 * @param row its counts, read as if they were of pages of 4 KiB
 */
record SvmonPageSize(long bytes, SvmonRow row) {

  /** The page size that a row's label names, such as {@code 64KB}; 0 where it is not one. */
  static long bytes(String printed) {
    return switch (printed.toUpperCase(Locale.ROOT)) {
      case "4KB" -> 4L << 10;
      case "64KB" -> 64L << 10;
      case "16MB" -> 16L << 20;
      case "16GB" -> 16L << 30;
      default -> 0;
    };
  }

  /** What a count of pages under this heading comes to; absent where it is. */
  PrintedSize size(int heading) {
    return row.size(heading).times(bytes / 4096.0);
  }
}
