package dev.headroom.risk.zvm;

import dev.headroom.risk.CaptureAdvice;
import java.util.List;

/** Which reports to print of a z/VM system; one report shows all guests. */
final class ReportCaptures implements CaptureAdvice {
  @Override
  public String forDays(List<String> members, double days) {
    return ZvmReports.print(ZvmReports.UPAGE, days);
  }

  @Override
  public String withTimes() {
    return "Print reports with From and To, or give start and interval in the site file.";
  }

  @Override
  public String withDates() {
    return "Print reports with From and To, or give start in the site file.";
  }

  @Override
  public String moreOften() {
    return "Print interim reports every minute or less.";
  }

  @Override
  public String timesOfUnused() {
    return "Give its start and interval in the site file, or capture with times.";
  }
}
