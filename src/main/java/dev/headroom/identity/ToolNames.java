package dev.headroom.identity;

import java.util.List;

/**
 * The commands of the tools whose output is read, or stands beside it: an echo of one is a command,
 * and its name in a file's name is no host. A tool that is read for the first time is added here.
 */
public final class ToolNames {
  /** The commands as they are typed. */
  public static final List<String> ALL =
      List.of(
          "svmon",
          "vmstat",
          "lparstat",
          "topas",
          "topas_cec",
          "nmon",
          "vmo",
          "lsps",
          "sar",
          "lslparutil",
          "lshwres");

  private ToolNames() {}
}
