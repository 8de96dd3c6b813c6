package dev.headroom.series;

/** The unit of a metric, as it is printed in samples. Byte units are binary throughout. */
public enum Unit {
  /** Bytes. */
  BYTES("B"),
  /** Pages of 4 KiB in a second: the unit of every page rate. */
  PAGES_PER_SECOND("pages/s"),
  /** Events in a second. */
  PER_SECOND("1/s"),
  /** Milliseconds. */
  MILLISECONDS("ms"),
  /** Seconds. */
  SECONDS("s"),
  /** Per cent. */
  PERCENT("%"),
  /** Physical processors. */
  CORES("cores"),
  /** A number of things. */
  COUNT("count");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The unit as it stands in a sample, such as {@code pages/s}. */
  public String symbol() {
    return symbol;
  }
}
