package dev.headroom.risk;

import java.util.List;

/** What to run or print on a platform where captures show too little: a sentence each. */
public interface CaptureAdvice {
  /**
   * To capture what members need.
   *
   * @param members whose; all where none is named
   * @param days for how long
   */
  String forDays(List<String> members, double days);

  /** To capture with times. */
  String withTimes();

  /** To capture with dates beside the times of the day. */
  String withDates();

  /** To sample more often. */
  String moreOften();

  /** To make a capture usable that has no times. */
  String timesOfUnused();
}
