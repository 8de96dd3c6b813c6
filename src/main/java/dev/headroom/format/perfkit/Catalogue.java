package dev.headroom.format.perfkit;

import java.util.List;
import java.util.Optional;

/** The numbers, names and titles of the reports that Performance Toolkit is known to print. */
final class Catalogue {
  /** A report's number, its name, and its title; either text may be empty where it is not known. */
  record Entry(int number, String name, String title) {
    /** The entry as a user knows it. */
    String shown() {
      String called = name.isEmpty() ? title : name;
      return "FCX" + number + (called.isEmpty() ? "" : " " + called);
    }
  }

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(100, "CPU", "CPU Load and Transactions"),
          new Entry(101, "REDISP", ""),
          new Entry(102, "SYSTEM", "System Counters"),
          new Entry(103, "STORAGE", "Storage Utilization"),
          new Entry(104, "PRIVOP", ""),
          new Entry(107, "CHANNEL", ""),
          new Entry(108, "DEVICE", ""),
          new Entry(109, "DEVICE", ""),
          new Entry(110, "DEVICE", ""),
          new Entry(111, "DEVICE", ""),
          new Entry(112, "USER", "General User Resource Utilization"),
          new Entry(113, "UPAGE", "User Paging Activity and Storage Utilization"),
          new Entry(114, "USTAT", "Wait State Analysis by User"),
          new Entry(115, "USER", ""),
          new Entry(124, "", "Performance Screen Selection"),
          new Entry(126, "LPAR", ""),
          new Entry(135, "USTLOG", "Average User Wait State Data, by Time"),
          new Entry(143, "PAGELOG", ""),
          new Entry(144, "PROCLOG", "Processor Activity, by Time"),
          new Entry(146, "AUXLOG", ""),
          new Entry(147, "VDISKS", ""),
          new Entry(162, "USERLOG", ""),
          new Entry(225, "SYSSUMLG", ""),
          new Entry(239, "PROCSUM", ""),
          new Entry(242, "LINUX", "Linux Displays"),
          new Entry(244, "LXMEM", ""),
          new Entry(254, "AVAILLOG", ""),
          new Entry(269, "", "Virtual Network Device Activity"),
          new Entry(290, "UPGACT", ""),
          new Entry(291, "UPGACTLG", ""),
          new Entry(292, "UPGUTL", ""),
          new Entry(293, "UPGUTLLG", ""),
          new Entry(294, "AVLB2GLG", ""),
          new Entry(295, "AVLA2GLG", ""),
          new Entry(296, "STEALLOG", ""),
          new Entry(297, "AGELLOG", ""),
          new Entry(304, "PRCLOG", ""));

  private Catalogue() {}

  /** The report that a header names; the name wins over the number. */
  static Entry of(int number, Optional<String> name) {
    Optional<Entry> named =
        name.flatMap(
            printed ->
                first(entry -> entry.name().equals(printed) && entry.number() == number)
                    .or(() -> first(entry -> entry.name().equals(printed))));
    return named
        .or(() -> first(entry -> entry.number() == number))
        .orElseGet(() -> new Entry(number, name.orElse(""), ""));
  }

  /** The report with this title. */
  static Optional<Entry> titled(String title) {
    return first(entry -> !entry.title().isEmpty() && entry.title().equals(title));
  }

  /** Whether this is the name of a known report. */
  static boolean knows(String name) {
    return first(entry -> entry.name().equals(name)).isPresent();
  }

  private static Optional<Entry> first(java.util.function.Predicate<Entry> wanted) {
    return ENTRIES.stream().filter(wanted).findFirst();
  }
}
