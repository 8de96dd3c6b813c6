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
    "vmstat-erp1-Mar-04-2024.out, erp1",
    "vmstat-erp-1-Mar-04-2024.out, erp-1",
    "vmstat.erp1.04Mar2024, erp1",
    "vmstat.erp1.Mon_Mar__4_10:00:00_CET_2024, erp1",
    "erp1_4-March-24.vmstat, erp1",
    "erp1_vmstat_04.03.2024.txt, erp1",
    "erp1_04032024.vmstat, erp1",
    "erp1_vmstat_24-03-04.txt, erp1",
    "erp1_240304_0000.nmon, erp1",
    "erp1_2024-03.vmstat, erp1",
    "erp1 vmstat 4 Mar.txt, erp1",
    "erp1.Mar4.vmstat, erp1",
    "vmstat_10_4_erp1.out, erp1",
    "erp1-vmstat-ht-10-8640-20240304.out, erp1",
    "vmstat-erp1-20240304-1000-10s.log, erp1",
    "erp1-vmstat_ht-60s.txt, erp1",
    "vmstat.erp1.1h.out, erp1",
    "db-01-vmstat-10-4.txt, db-01",
    "vmstat_data_erp1.dat, erp1",
    "erp1.vmstat.old, erp1",
    "erp1.vmstat.bak, erp1",
    "db-old.vmstat, db-old",
    "erp1.vmstat~, erp1",
    "Copy of erp1.vmstat.txt, erp1",
    "erp1.vmstat (1).txt, erp1",
    "erp1.vmstat.part1, erp1",
    "vmstat_erp1_mon.txt, erp1",
    "vmstat_erp1_monday.txt, erp1",
    "mon.vmstat, mon",
    "putty-erp1.log, erp1",
    "erp1.eml, erp1",
    "erp1.md, erp1",
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
        "q_frames.txt",
        "putty.log",
        "vmstat_10_4.out",
        "vmstat.Mar4",
        "vmstat (1).txt"
      })
  void nothingIsLeftOfToolsAndThings(String file) {
    assertEquals("", FileWords.left(file));
  }

  @ParameterizedTest
  @CsvSource({
    "vmstat_2024-03-04.txt, 2024-03-04,",
    "vmstat_20240304_1203.txt, 2024-03-04, 12:03",
    "erp1-20240304T100510Z.txt, 2024-03-04, 10:05:10",
    "vmstat-erp1-20240304-1000-10s.log, 2024-03-04, 10:00",
    "vmstat-erp1-20240304-1000-10-360.log, 2024-03-04, 10:00",
    "vmstat-erp1-Mar-04-2024.out, 2024-03-04,",
    "vmstat-erp-1-Mar-04-2024.out, 2024-03-04,",
    "vmstat.erp1.04Mar2024, 2024-03-04,",
    "vmstat.erp1.Mon_Mar__4_10:00:00_CET_2024, 2024-03-04, 10:00",
    "erp1_vmstat_04.03.2024.txt, 2024-03-04,",
    "erp1_240304_0930.nmon, 2024-03-04, 09:30",
    "erp1_25-03-2024.txt, 2024-03-25,",
    "erp1_03-25-2024.txt, 2024-03-25,",
    "erp1_04-03-2024.txt,,",
    "erp1_04-Mar-24.txt,,",
    "erp1_24-03-04.txt,,",
    "erp1.Mar4.vmstat,,",
    "erp1_99999999.txt,,",
  })
  void onlyACertainDateOfTheNameCounts(String file, String day, String time) {
    FileName name = FileName.of(file);
    assertEquals(day, name.date() == null ? null : name.date().toString());
    assertEquals(time, name.time() == null ? null : name.time().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "var, ''",
    "tmp, ''",
    "home, ''",
    "daily_logs, ''",
    "kernel, ''",
    "snap.erp1.tar, erp1",
    "erp1-data, erp1-data",
    "erp1_20240304, erp1"
  })
  void aFolderThatEveryMachineHasNamesNone(String folder, String left) {
    assertEquals(left, FileWords.leftOfFolder(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"erp1", "db-01", "prd_erp1", "prd"})
  void everyRunOfWordsMayBeAName(String name) {
    assertTrue(FileWords.runs("prd_erp1.db-01.vmstat").contains(name));
  }
}
