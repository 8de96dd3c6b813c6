package dev.headroom.format.hmc;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;

/**
 * What an HMC knows of the shared memory pool and the partitions of a server, as its REST interface
 * hands it out: XML of the objects {@code SharedMemoryPool} and {@code LogicalPartition}, alone, in
 * an entry or in a feed of entries. A line that it reads:
 *
 * <pre>{@code <CurrentPoolMemory kb="ROR" kxe="false">1024</CurrentPoolMemory>}</pre>
 */
public final class UomXml implements Format {
  /** The object of the first entry of a feed is no further down than this. */
  private static final int REACH = 60;

  @Override
  public String name() {
    return "hmc-uom";
  }

  @Override
  public String tool() {
    return "hmc-uom";
  }

  @Override
  public String origin() {
    return "HMC UOM (XML)";
  }

  @Override
  public String grammar() {
    return "UomXml.xsd";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (!line.startsWith("<")) {
      return false;
    }
    if (UomObject.startIn(line.preview()) >= 0) {
      return true;
    }
    if (!begins(line)) {
      return false;
    }
    for (int ahead = 1; ahead <= REACH; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null) {
        return false;
      }
      if (next.startsWith("<") && UomObject.startIn(next.preview()) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean begins(Line line) {
    return UomObject.startsWith(line, "feed")
        || UomObject.startsWith(line, "entry")
        || line.startsWith("<?xml ");
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new UomReader(context);
  }
}
