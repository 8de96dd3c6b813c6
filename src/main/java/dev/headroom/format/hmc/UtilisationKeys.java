package dev.headroom.format.hmc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of {@code lslparutil}, and the lists of them that collectors ask for. */
final class UtilisationKeys {
  static final Set<String> ALL =
      Set.of(
          ("time event_type resource_type sys_time time_cycles lpar_name lpar_id uuid"
                  + " curr_proc_mode curr_proc_units curr_procs curr_sharing_mode curr_uncap_weight"
                  + " curr_shared_proc_pool_name curr_shared_proc_pool_id curr_5250_cpw_percent"
                  + " mem_mode curr_mem phys_run_mem curr_io_entitled_mem mapped_io_entitled_mem"
                  + " mem_overage_cooperation entitled_cycles capped_cycles uncapped_cycles"
                  + " shared_cycles_while_active idle_cycles run_latch_instructions"
                  + " run_latch_cycles total_instructions total_instructions_execution_time"
                  + " donated_cycles state configurable_sys_proc_units configurable_sys_mem"
                  + " curr_avail_sys_proc_units curr_avail_5250_cpw_percent curr_avail_sys_mem"
                  + " sys_firmware_mem proc_cycles_per_second curr_pool_mem"
                  + " lpar_curr_io_entitled_mem lpar_mapped_io_entitled_mem lpar_run_mem"
                  + " sys_firmware_pool_mem page_faults page_in_delay total_pool_cycles"
                  + " utilized_pool_cycles configurable_pool_proc_units borrowed_pool_proc_units"
                  + " curr_avail_pool_proc_units shared_proc_pool_id shared_proc_pool_name"
                  + " curr_pool_proc_units max_pool_proc_units")
              .split(" "));

  /** What collectors ask for with -F, by the resource. */
  private static final Map<String, List<String>> ASKED =
      Map.of(
          "lpar",
              words(
                  "time lpar_name curr_proc_units curr_procs curr_sharing_mode entitled_cycles"
                      + " capped_cycles uncapped_cycles shared_cycles_while_active mem_mode"
                      + " curr_mem phys_run_mem curr_io_entitled_mem mapped_io_entitled_mem"
                      + " mem_overage_cooperation idle_cycles"),
          "mempool",
              words(
                  "time curr_pool_mem lpar_curr_io_entitled_mem lpar_mapped_io_entitled_mem"
                      + " lpar_run_mem sys_firmware_pool_mem"),
          "sys", words("time curr_avail_sys_mem configurable_sys_mem sys_firmware_mem"),
          "pool",
              words(
                  "time total_pool_cycles utilized_pool_cycles configurable_pool_proc_units"
                      + " borrowed_pool_proc_units curr_avail_pool_proc_units"),
          "procpool", words("time shared_proc_pool_id total_pool_cycles utilized_pool_cycles"));

  private static final Pattern SHARING =
      Pattern.compile("cap|uncap|keep_idle_procs|share_idle_procs(?:_active|_always)?");
  private static final Pattern MEMORY = Pattern.compile("ded|shared");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,19}");
  private static final Pattern FILE =
      Pattern.compile("lslparutil[-_. ]+(?:r[-_. ]+)?(lpar|mempool|procpool|pool|sys)(?![a-z])");

  private UtilisationKeys() {}

  private static List<String> words(String list) {
    return List.of(list.split(" ", -1));
  }

  /** Whether a line names values of the command. */
  static boolean isHeader(String line) {
    List<String> names = List.of(line.split(",", -1));
    return names.size() > 1 && names.stream().filter(ALL::contains).count() * 2 > names.size();
  }

  /** The resource that the name of a file speaks of. */
  static Optional<String> resourceOfFile(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    Matcher found = FILE.matcher(name);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /**
   * The names of a row that nothing names: those of the collectors' list of its resource, where the
   * row is as wide and its words and figures are such. Of a partition two words prove it; of the
   * others the file's name must tell the resource.
   */
  static List<String> ofRow(List<String> row, Optional<String> resource) {
    String asked = resource.orElse("lpar");
    List<String> names = ASKED.getOrDefault(asked, List.of());
    boolean fits = row.size() == names.size();
    if (asked.equals("lpar")) {
      fits = fits && SHARING.matcher(row.get(4)).matches() && MEMORY.matcher(row.get(9)).matches();
    } else if (asked.equals("mempool")) {
      fits = fits && isPool(row);
    }
    return fits ? names : List.of();
  }

  /** What is mapped is not above what is entitled, and the firmware's share is inside the pool. */
  private static boolean isPool(List<String> row) {
    return row.subList(1, 6).stream().allMatch(cell -> WHOLE.matcher(cell).matches())
        && number(row, 3) <= number(row, 2)
        && number(row, 5) < number(row, 1)
        && number(row, 2) < number(row, 4);
  }

  private static double number(List<String> row, int at) {
    return Double.parseDouble(row.get(at));
  }
}
