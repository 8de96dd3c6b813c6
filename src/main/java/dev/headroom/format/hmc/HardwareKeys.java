package dev.headroom.format.hmc;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of {@code lshwres} for memory, pools of it and their paging devices. */
final class HardwareKeys {
  static final Set<String> ALL =
      Set.of(
          ("lpar_name lpar_id mem_mode curr_min_mem curr_mem curr_max_mem pend_min_mem pend_mem"
                  + " pend_max_mem run_min_mem run_mem run_max_mem curr_min_num_huge_pages"
                  + " curr_num_huge_pages curr_max_num_huge_pages pend_min_num_huge_pages"
                  + " pend_num_huge_pages pend_max_num_huge_pages run_num_huge_pages"
                  + " curr_hpt_ratio pend_hpt_ratio desired_hpt_ratio run_mem_weight"
                  + " curr_mem_weight pend_mem_weight curr_io_entitled_mem pend_io_entitled_mem"
                  + " run_io_entitled_mem auto_io_entitled_mem mapped_io_entitled_mem"
                  + " curr_mem_expansion pend_mem_expansion desired_mem_expansion"
                  + " primary_paging_vios_name primary_paging_vios_id"
                  + " secondary_paging_vios_name secondary_paging_vios_id"
                  + " curr_paging_vios_name curr_paging_vios_id"
                  + " hardware_mem_expansion hardware_mem_encryption"
                  + " curr_pool_mem curr_avail_pool_mem curr_max_pool_mem pend_pool_mem"
                  + " pend_avail_pool_mem pend_max_pool_mem sys_firmware_pool_mem"
                  + " paging_storage_pool paging_vios_names paging_vios_ids mem_dedup"
                  + " curr_mem_dedup device_name paging_vios_name paging_vios_id size state type"
                  + " phys_loc is_redundant redundant_device_name redundant_state"
                  + " redundant_paging_vios_name redundant_paging_vios_id redundant_phys_loc"
                  + " redundant_capable")
              .split(" "));

  private static final Pattern KEY = Pattern.compile("(?:^|,|\")([a-z][a-z0-9_]*)=");

  private HardwareKeys() {}

  /** Whether at least two keys of a line are the command's, and most are. */
  static boolean isRecord(String line) {
    Matcher key = KEY.matcher(line);
    int known = 0;
    int all = 0;
    while (key.find()) {
      all++;
      known += ALL.contains(key.group(1)) ? 1 : 0;
    }
    return known >= 2 && known * 2 > all;
  }

  /** Whether a line names values of the command. */
  static boolean isHeader(String line) {
    List<String> names = List.of(line.split(",", -1));
    return names.size() > 1 && names.stream().filter(ALL::contains).count() * 2 > names.size();
  }
}
