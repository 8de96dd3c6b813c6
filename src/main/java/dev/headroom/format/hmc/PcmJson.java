package dev.headroom.format.hmc;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;

/**
 * The samples of Performance and Capacity Monitoring that an HMC keeps of its servers and hands out
 * as JSON: processed, aggregated, or raw, of a managed system or of its partitions, in lines or all
 * in one. A line that it reads:
 *
 * <pre>{"systemUtil":{"utilInfo":{"version":"1.3.0","metricType":"Processed",…}}}</pre>
 */
public final class PcmJson implements Format {
  private static final int REACH = 3;

  @Override
  public String name() {
    return "hmc-pcm";
  }

  @Override
  public String tool() {
    return "hmc-pcm";
  }

  @Override
  public String origin() {
    return "HMC PCM (JSON)";
  }

  @Override
  public String grammar() {
    return "PcmJson.schema.json";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (!line.startsWith("{")) {
      return false;
    }
    if (line.length() - line.indent() > 1) {
      return begins(line);
    }
    for (int ahead = 1; ahead <= REACH; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null) {
        return false;
      }
      if (!next.isBlank()) {
        return next.startsWith("\"systemUtil\"") || next.startsWith("\"lparUtil\"");
      }
    }
    return false;
  }

  @Override
  public boolean begins(Line line) {
    String head = line.preview().replaceAll("\\s", "");
    return head.startsWith("{\"systemUtil\"") || head.startsWith("{\"lparUtil\"");
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new PcmReader(context);
  }
}
