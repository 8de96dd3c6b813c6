package dev.headroom.backtest;

/** Sizes by simple rules of the known past, to stand beside the advice (docs/backtest.md). */
public enum Baseline {
  /** The peak of the sum. */
  PEAK("peak", "peak of the sum"),
  /** The same, and a fifth on top. */
  PEAK_20("peak+20%", "peak of the sum + 20 %"),
  /** The same, and that one member goes to its own peak at that moment. */
  N_PLUS_1("n+1", "N + 1"),
  /** The same, and that two do. */
  N_PLUS_2("n+2", "N + 2"),
  /** The 97th percentile of the sum. */
  P97("p97", "97th percentile of the sum"),
  /** Mean and five standard deviations of the sum. */
  SIGMA_5("mean+5sigma", "mean + 5 sigma of the sum"),
  /** Mean and ten standard deviations of the sum. */
  SIGMA_10("mean+10sigma", "mean + 10 sigma of the sum"),
  /** The 99th percentiles of all members together. */
  SUM_OF_P99("sum-of-p99", "sum of 99th percentiles"),
  /** The own peaks of all members together. */
  SUM_OF_PEAKS("sum-of-peaks", "sum of peaks");

  private final String word;
  private final String title;

  Baseline(String word, String title) {
    this.word = word;
    this.title = title;
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
    return switch (this) {
      case PEAK -> past.peak();
      case PEAK_20 -> 1.2 * past.peak();
      case N_PLUS_1 -> past.peakPlus(1);
      case N_PLUS_2 -> past.peakPlus(2);
      case P97 -> past.percentile(0.97);
      case SIGMA_5 -> past.sigmas(5);
      case SIGMA_10 -> past.sigmas(10);
      case SUM_OF_P99 -> past.sumOfP99();
      case SUM_OF_PEAKS -> past.sumOfPeaks();
    };
  }
}
