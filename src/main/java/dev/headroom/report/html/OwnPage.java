package dev.headroom.report.html;

import dev.headroom.report.PoolReport;

/**
 * The page of one pool among many.
 *
 * @param version the program's version
 * @param top its first screenful
 * @param pool all of it
 */
record OwnPage(String version, PoolTop top, PoolPage pool) {
  static OwnPage of(String version, PoolReport pool, PoolPlace place) {
    return new OwnPage(version, PoolTop.of(pool, place, false), PoolPage.of(pool, place.id()));
  }

  String title() {
    return pool.pool().name() + " – Headroom";
  }
}
