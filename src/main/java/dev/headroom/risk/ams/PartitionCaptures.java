package dev.headroom.risk.ams;

import dev.headroom.risk.Advice;
import dev.headroom.risk.CaptureAdvice;
import java.util.List;

/** What to run on partitions. */
final class PartitionCaptures implements CaptureAdvice {
  @Override
  public String forDays(List<String> members, double days) {
    return Advice.forDays(Advice.VMSTAT, members, days);
  }

  @Override
  public String withTimes() {
    return "Capture with times (vmstat -t), or give start and interval in the site file.";
  }

  @Override
  public String withDates() {
    return "Run date before each capture, or give start in the site file.";
  }

  @Override
  public String moreOften() {
    return "Sample every minute or less (" + Advice.VMSTAT + ").";
  }

  @Override
  public String timesOfUnused() {
    return "Give its start and interval in the site file, or capture with times (vmstat -t).";
  }
}
