package dev.headroom.format;

import dev.headroom.format.aix.LparstatCalls;
import dev.headroom.format.aix.PartitionProperties;
import dev.headroom.format.aix.Svmon;
import dev.headroom.format.aix.TopasCec;
import dev.headroom.format.aix.Vmstat;
import dev.headroom.format.aix.VmstatCounters;
import dev.headroom.format.csv.SeriesFormat;
import dev.headroom.format.zvm.CpOther;
import dev.headroom.format.zvm.Fcx103;
import dev.headroom.format.zvm.Fcx112;
import dev.headroom.format.zvm.Fcx113;
import dev.headroom.format.zvm.Fcx144;
import dev.headroom.format.zvm.IndicateUser;
import dev.headroom.format.zvm.QueryAllocPage;
import dev.headroom.format.zvm.QueryCplevel;
import dev.headroom.format.zvm.QueryFrames;
import dev.headroom.format.zvm.QueryStorage;
import dev.headroom.format.zvm.QueryXstor;
import java.util.List;
import java.util.Optional;

/** The registry of formats. A new format is one more line here. */
public final class Formats {
  private static final List<Format> ALL =
      List.of(
          new Vmstat(),
          new VmstatCounters(),
          new Svmon(),
          new PartitionProperties(),
          new LparstatCalls(),
          new TopasCec(),
          new Fcx112(),
          new Fcx113(),
          new Fcx144(),
          new Fcx103(),
          new QueryStorage(),
          new QueryFrames(),
          new QueryXstor(),
          new QueryAllocPage(),
          new IndicateUser(),
          new QueryCplevel(),
          new CpOther(),
          new SeriesFormat());

  private Formats() {}

  /** All formats, in the order in which they are tried. */
  public static List<Format> all() {
    return ALL;
  }

  /** The format of this name. */
  public static Optional<Format> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }
}
