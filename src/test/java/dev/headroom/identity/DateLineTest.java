package dev.headroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is a date and nothing else, and lines that only mention one. */
class DateLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue Jun 30 12:03:33 CEST 2009                | 2009-06-30T12:03:33
          Tue Jun 30 12:03:33 2009                     | 2009-06-30T12:03:33
          Mon Mar  4 12:00:00 CET 2024                 | 2024-03-04T12:00
          Mar 4 12:00:00 2024                          | 2024-03-04T12:00
          Tue Jun 30 01:03:33 PM CDT 2009              | 2009-06-30T13:03:33
          Di 30. Jun 12:03:33 CEST 2009                | 2009-06-30T12:03:33
          mar. 4 mars 2024 12:00:00 CET                | 2024-03-04T12:00
          lun 4 mar 2024, 12:00:00, CET                | 2024-03-04T12:00
          2009-06-30 12:03:33                          | 2009-06-30T12:03:33
          2009-06-30T12:03                             | 2009-06-30T12:03
          2009-06-30T12:03:33+02:00                    | 2009-06-30T12:03:33
          Time before run:   Tue Oct  5 23:57:10 CDT 2010 | 2010-10-05T23:57:10
          # Mon Mar  4 10:00:05 CET 2024               | 2024-03-04T10:00:05
          === 2024-03-04 10:00:05 ===                  | 2024-03-04T10:00:05
          *** Mon Mar  4 10:00:05 CET 2024 ***         | 2024-03-04T10:00:05
          zzz ***Mon Mar  4 10:00:05 CET 2024          | 2024-03-04T10:00:05
          [Mon Mar  4 10:00:05 CET 2024]               | 2024-03-04T10:00:05
          # date: 2024-03-04 10:00:05                  | 2024-03-04T10:00:05
          Start at 2024-03-04 10:00:05                 | 2024-03-04T10:00:05
          2024-03-04 10:00:05,123                      | 2024-03-04T10:00:05
          2024-03-04 10:00:05.123456 +0100             | 2024-03-04T10:00:05
          lundi 4 mars 2024, 10:00:05 (UTC+0100)       | 2024-03-04T10:00:05
          Mon Mar  4 10:00:05 GMT+01:00 2024           | 2024-03-04T10:00:05
          Mon Mar  4 10:00:05 NFT-1DFT 2024            | 2024-03-04T10:00:05
          seg mar  4 10:00:05 -03 2024                 | 2024-03-04T10:00:05
          mån  4 mar 2024 10:00:05 CET                 | 2024-03-04T10:00:05
          2024年  3月  4日 月曜日 10:00:05 JST            | 2024-03-04T10:00:05
          Mon 04 Mar 2024 10:00:05 PM CET              | 2024-03-04T22:00:05
          Monday, March 4, 2024 12:00:05 AM CET        | 2024-03-04T00:00:05
          04.03.2024 10:00:05                          | 2024-03-04T10:00:05
          03/24/2024 10:00:05                          | 2024-03-24T10:00:05
          24/03/2024 10:00:05                          | 2024-03-24T10:00:05
          04-Mar-2024 10:00:05                         | 2024-03-04T10:00:05
          20240304_100005                              | 2024-03-04T10:00:05
          20240304100005                               | 2024-03-04T10:00:05
          2024-03-04-10.00.05                          | 2024-03-04T10:00:05
          Date/Time:   Wed Oct 6 09:59:58 CDT 2010     | 2010-10-06T09:59:58
          """)
  void aDateAloneIsATime(String line, LocalDateTime time) {
    assertEquals(Optional.of(time), DateLine.in(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Last login: Tue Jun 30 12:03:33 2009 on /dev/pts/0 from 10.0.0.1",
        "Last login: Tue Jun 30 12:03:33 2009",
        "Time after run :   Wed Oct  6 00:01:10 CDT 2010",
        "Last backup: Fri Mar  1 22:00:00 CET 2024 rc=0",
        "Next reboot window: Sun Mar 10 02:00:00 CET 2024",
        "A924A5FC   0630120309 P S SYSPROC        SOFTWARE PROGRAM ABNORMALLY TERMINATED",
        "Reminder: Sun Mar 10 02:00:00 CET 2024",
        "Tue Feb 30 12:03:33 2009",
        "Tue Jun 30 25:03:33 2009",
        "Tue Jun 30 2009",
        "03/04/2024 10:00:05",
        "24/03/25 10:00:05",
        "1709546405",
        "Mar  4 10:00:05",
        "finished at Mon Mar  4 10:00:05 CET 2024",
        "Stop time: Mon Mar  4 10:00:05 CET 2024",
        "10:00AM   up 12 days,  23:01,  2 users,  load average: 1.00, 1.00, 1.00",
        " 1  0 700000 1200000   0   0   0   0 10:00:05",
        "12:03:33"
      })
  void aDateAmongOtherWordsIsNone(String line) {
    assertEquals(Optional.empty(), DateLine.in(line));
  }
}
