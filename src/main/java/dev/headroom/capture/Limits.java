package dev.headroom.capture;

/**
 * What an input may cost before it is refused. Captures come from outside: each limit names the
 * attack that it stops. All but the first count over all levels of an input together: what is
 * packed twice is unpacked twice.
 *
 * @param lineBytes the longest line that is read; stops a file without line ends from filling
 *     memory
 * @param depth how deep archives may nest; stops archives that hold themselves
 * @param members how many members one input may have; stops archives of millions of empty files
 * @param ratio how many bytes one byte of the input may become, once {@code ratioFrom} bytes came
 *     out; stops bombs
 * @param ratioFrom unpacked bytes up to which the ratio is not looked at
 * @param unpacked how many bytes may be unpacked in all; stops what a ratio lets through
 */
public record Limits(
    int lineBytes, int depth, int members, int ratio, long ratioFrom, long unpacked) {
  /** The limits of the command line. */
  public static final Limits DEFAULT = new Limits(64 << 10, 4, 100_000, 1100, 64L << 20, 1L << 40);
}
