package dev.headroom.format.hmc;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The memory that an HMC or IVM knows of a server: {@code lshwres -r mempool}, its paging devices
 * ({@code --rsubtype pgdev}), and {@code -r mem --level lpar}. A line that it reads:
 *
 * <pre>curr_pool_mem=24576,curr_max_pool_mem=32768,sys_firmware_pool_mem=282,…</pre>
 *
 * <p>A server without a shared memory pool answers {@code No results were found.}, which is no
 * error.
 */
public final class Lshwres implements Format {
  private static final Pattern ROW = Pattern.compile("[^\\s,]+(?:,[^,]*)*");
  private static final Pattern MESSAGE = Pattern.compile("HSC[A-Z0-9]{4,8} [A-Z].*");

  @Override
  public String name() {
    return "lshwres";
  }

  @Override
  public String tool() {
    return "lshwres";
  }

  @Override
  public String grammar() {
    return "HmcRecords.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (line.startsWith("No results were found.")) {
      return line.length() - line.indent() <= "No results were found.".length() + 1;
    }
    if (line.startsWith("HSC")) {
      return MESSAGE.matcher(line.preview().strip()).matches();
    }
    boolean memory =
        (line.contains("_mem=") && !line.startsWith("time=")) || line.contains("paging_vios");
    return memory
        ? HardwareKeys.isRecord(line.preview())
        : line.contains("_mem,") && HardwareKeys.isHeader(line.preview().strip());
  }

  @Override
  public boolean answers(String command, Line line) {
    List<String> fields = HmcCall.of(Optional.of(command), tool()).fields();
    String row = line.preview();
    return fields.size() > 1
        && HardwareKeys.ALL.containsAll(fields)
        && ROW.matcher(row).matches()
        && row.split(",", -1).length == fields.size();
  }

  @Override
  public SectionReader open(SectionContext context) {
    HmcCall call = HmcCall.of(context.command(), tool());
    return new HmcReader(context, call, new HardwareAnswer(context, call));
  }
}
