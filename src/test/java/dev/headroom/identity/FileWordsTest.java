package dev.headroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a file's name when tools, things, dates and times are taken out. */
class FileWordsTest {
  @ParameterizedTest
  @CsvSource({
    "vmstat_aixdb01.txt, aixdb01",
    "aixdb01-vmstat-2024-03-04.txt, aixdb01",
    "aixdb01_vmstat-v_20240304_1203.log, aixdb01",
    "prd_erpdb1.vmstat, prd_erpdb1",
    "svmon-G.erp1.out, erp1",
    "lparstat-i_erp-prod.txt, erp-prod",
    "db-01.vmstat, db-01",
    "db_02.vmstat, db_02",
    "vmstat.1.db7.txt, db7",
    "erp1.3.vmstat, erp1",
    "node.example.com.vmstat, node.example.com",
    "topas_cec.p570.screens, p570",
    "fcx113.VMPROD1.listing, VMPROD1",
    "q_alloc_page.vmq1.txt, vmq1",
    "ind-user_vmq1.console, vmq1",
    "erp1.04-Mar-2024.vmstat.gz, erp1",
    "01-erp.vmstat, 01-erp",
    "01-vmstat-erp1.txt, erp1",
  })
  void aMachinesNameIsLeft(String file, String left) {
    assertEquals(left, FileWords.left(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vmstat.int",
        "vmstat_v.before",
        "lparstat.sum",
        "svmon.out",
        "20240304.txt",
        "vmstat-ht_1.txt",
        "upage.listing",
        "console.log",
        "q_frames.txt"
      })
  void nothingIsLeftOfToolsAndThings(String file) {
    assertEquals("", FileWords.left(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"erp1", "db-01", "prd_erp1", "prd"})
  void everyRunOfWordsMayBeAName(String name) {
    assertTrue(FileWords.runs("prd_erp1.db-01.vmstat").contains(name));
  }
}
