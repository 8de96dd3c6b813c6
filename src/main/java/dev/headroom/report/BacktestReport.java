package dev.headroom.report;

import dev.headroom.backtest.BacktestResult;

/**
 * All that one backtest reports; something in it was judged.
 *
 * @param version the program's version
 * @param result what it found
 */
public record BacktestReport(String version, BacktestResult result) {}
