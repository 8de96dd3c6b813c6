/**
 * Whether advice would have held: recommendations from the past of the data, judged by what
 * followed.
 */
@NullMarked
package dev.headroom.backtest;

import org.jspecify.annotations.NullMarked;
