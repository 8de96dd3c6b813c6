package dev.headroom.format;

import dev.headroom.format.cp.CpOther;
import dev.headroom.format.cp.IndicateUser;
import dev.headroom.format.cp.QueryAllocPage;
import dev.headroom.format.cp.QueryCplevel;
import dev.headroom.format.cp.QueryFrames;
import dev.headroom.format.cp.QueryStorage;
import dev.headroom.format.cp.QueryXstor;
import dev.headroom.format.csv.SeriesFormat;
import dev.headroom.format.hmc.Lshwres;
import dev.headroom.format.hmc.Lslparutil;
import dev.headroom.format.hmc.PcmJson;
import dev.headroom.format.hmc.UomXml;
import dev.headroom.format.lparstat.Lparstat;
import dev.headroom.format.lparstat.LparstatCalls;
import dev.headroom.format.lparstat.PartitionProperties;
import dev.headroom.format.nmon.Nmon;
import dev.headroom.format.perfkit.ProcessorLog;
import dev.headroom.format.perfkit.StorageUtilization;
import dev.headroom.format.perfkit.UserPaging;
import dev.headroom.format.perfkit.UserResources;
import dev.headroom.format.svmon.Svmon;
import dev.headroom.format.topas.TopasCec;
import dev.headroom.format.vmstat.Vmstat;
import dev.headroom.format.vmstat.VmstatCounters;
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
          new Lparstat(),
          new LparstatCalls(),
          new Nmon(),
          new TopasCec(),
          new UserResources(),
          new UserPaging(),
          new ProcessorLog(),
          new StorageUtilization(),
          new QueryStorage(),
          new QueryFrames(),
          new QueryXstor(),
          new QueryAllocPage(),
          new IndicateUser(),
          new QueryCplevel(),
          new CpOther(),
          new PcmJson(),
          new UomXml(),
          new Lslparutil(),
          new Lshwres(),
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
