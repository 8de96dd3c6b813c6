package dev.headroom.format.hmc;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import java.util.regex.Pattern;

/**
 * The utilisation that an HMC samples of its servers: {@code lslparutil -r lpar}, {@code mempool},
 * {@code sys}, {@code pool}, {@code procpool}, with keys or, under {@code -F}, without. A line that
 * it reads:
 *
 * <pre>time=06/30/2009 12:03:33,event_type=sample,resource_type=mempool,curr_pool_mem=12288,…</pre>
 */
public final class Lslparutil implements Format {
  /** A row of values begins with its time. */
  private static final Pattern ROW =
      Pattern.compile("\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4} \\d{1,2}:\\d\\d:\\d\\d,.*");

  @Override
  public String name() {
    return "lslparutil";
  }

  @Override
  public String tool() {
    return "lslparutil";
  }

  @Override
  public String grammar() {
    return "HmcRecords.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    int at = line.start() + line.indent();
    byte first = at < line.end() ? line.bytes()[at] : 0;
    if (first >= '0' && first <= '9') {
      return line.length() > 20
          && line.bytes()[at + 1] != ','
          && ROW.matcher(line.preview().strip()).matches();
    }
    return (line.startsWith("time=") && line.contains("resource_type="))
        || (line.startsWith("time,") && UtilisationKeys.isHeader(line.preview().strip()));
  }

  @Override
  public SectionReader open(SectionContext context) {
    HmcCall call = HmcCall.of(context.command(), tool());
    return new HmcReader(context, call, new UtilisationAnswer(context, call));
  }
}
