package dev.headroom.sizing;

import java.util.function.ToDoubleFunction;

/**
 * Sizes by simple rules of the known past, to stand beside the advice (replay model, section 2).
 */
public enum Baseline {
  /** The peak of the sum. */
  PEAK("peak", "peak of the sum", Past::peak),
  /** The same, and a fifth on top. */
  PEAK_20("peak+20%", "peak of the sum + 20 %", past -> 1.2 * past.peak()),
  /** The same, and that one member goes to its own peak at that moment. */
  N_PLUS_1("n+1", "N + 1", past -> past.peakPlus(1)),
  /** The same, and that two do. */
  N_PLUS_2("n+2", "N + 2", past -> past.peakPlus(2)),
  /** The 97th percentile of the sum. */
  P97("p97", "97th percentile of the sum", past -> past.percentile(0.97)),
  /** Mean and five standard deviations of the sum. */
  SIGMA_5("mean+5sigma", "mean + 5 sigma of the sum", past -> past.sigmas(5)),
  /** Mean and ten standard deviations of the sum. */
  SIGMA_10("mean+10sigma", "mean + 10 sigma of the sum", past -> past.sigmas(10)),
  /** The 99th percentiles of all members together. */
  SUM_OF_P99("sum-of-p99", "sum of 99th percentiles", Past::sumOfP99),
  /** The own peaks of all members together. */
  SUM_OF_PEAKS("sum-of-peaks", "sum of peaks", Past::sumOfPeaks);

  private final String word;
  private final String title;
  private final ToDoubleFunction<Past> size;

  Baseline(String word, String title, ToDoubleFunction<Past> size) {
    this.word = word;
    this.title = title;
    this.size = size;
  }

  /** Its name for programs. */
  public String word() {
    return word;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** The size, bytes without reserve. */
  double size(Past past) {
    return size.applyAsDouble(past);
  }
}
