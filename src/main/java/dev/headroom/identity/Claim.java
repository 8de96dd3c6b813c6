package dev.headroom.identity;

/** What a name rests on, as {@code report.json} calls it. */
public enum Claim {
  /** The site file gives it. */
  SITE("site"),
  /** The capture prints it. */
  PARTITION_NAME("partition-name"),
  /** The text names the host before the capture. */
  HOST("host"),
  /** The prompt before the capture names the host. */
  PROMPT("prompt"),
  /** A tool that collects from many hosts printed the host's name before its output. */
  BANNER("banner"),
  /** The file's name holds it. */
  FILE("file"),
  /** The folder, or what else the input is called by, holds it. */
  FOLDER("folder");

  private final String label;

  Claim(String label) {
    this.label = label;
  }

  /** The claim as {@code report.json} spells it. */
  public String label() {
    return label;
  }
}
