package dev.headroom.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The captures of {@code samples/three-ways}: an hour of one pool, told by nmon files, by its HMC
 * and by support bundles. Run {@link #main} in the project's root to write them anew; {@code
 * SamplesTest} checks that what is committed is what this makes.
 *
 * <p>Sizes are in MB. What the hypervisor gives and takes comes in quarters of a GB, so that the
 * HMC's megabytes and the two decimals of vmstat tell the same.
 */
public final class ThreeWays {
  static final Path FOLDER = Path.of("samples/three-ways");
  private static final LocalDateTime START = LocalDateTime.of(2021, 6, 30, 9, 0);
  private static final int MINUTES = 60;
  private static final int POOL = 20_480;
  private static final int FIRMWARE = 256;
  private static final int PAGES = 256;
  private static final DateTimeFormatter HMC =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'CEST' yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /**
   * A partition in one of the hour's stretches.
   *
   * @param needed its computational memory
   * @param loaned what it lends
   * @param stolen what is on a paging device
   * @param pageIns how many of its pages come back in a minute
   */
  private record State(int needed, int loaned, int stolen, int pageIns) {}

  /**
   * A partition.
   *
   * @param cache its file cache
   * @param states at rest; while erp is busy; while db is busy too
   */
  private record Lpar(
      String name, int number, int logical, int pinned, int cache, int weight, List<State> states) {
    State at(int minute) {
      boolean erpBusy = minute > 20 && minute <= 40;
      boolean dbBusy = minute > 25 && minute <= 35;
      return states.get(dbBusy ? 2 : erpBusy ? 1 : 0);
    }

    int used(int minute) {
      return at(minute).needed() + cache;
    }

    int physical(int minute) {
      return logical - at(minute).loaned() - at(minute).stolen();
    }
  }

  private static final List<Lpar> LPARS =
      List.of(
          new Lpar(
              "db1",
              3,
              8192,
              1024,
              512,
              128,
              List.of(
                  new State(5632, 1024, 0, 0),
                  new State(5632, 2048, 512, 0),
                  new State(7424, 256, 1024, 45))),
          new Lpar(
              "erp1",
              2,
              10_240,
              1280,
              512,
              192,
              List.of(
                  new State(6144, 2560, 0, 0),
                  new State(8960, 0, 0, 0),
                  new State(8960, 768, 256, 10))),
          new Lpar(
              "web1",
              4,
              6144,
              640,
              768,
              64,
              List.of(
                  new State(4352, 768, 0, 0),
                  new State(4352, 1024, 768, 0),
                  new State(4352, 1024, 1024, 25))));

  private ThreeWays() {}

  /** Writes the sample. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
  }

  /** The text of every file, by its path below the sample's folder. */
  public static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Lpar lpar : LPARS) {
      files.put("nmon/" + lpar.name() + "_210630_0900.nmon", nmon(lpar));
      files.put("perfpmr/" + lpar.name() + "/lparstat.sum", lparstatSum(lpar));
      files.put("perfpmr/" + lpar.name() + "/monitor.int", monitor(lpar));
      files.put("perfpmr/" + lpar.name() + "/vmstat_v.before", counters(lpar, 0));
      files.put("perfpmr/" + lpar.name() + "/vmstat_v.after", counters(lpar, MINUTES));
    }
    files.put("hmc/server.txt", console());
    return files;
  }

  private static String line(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures) + "\n";
  }

  /** The properties that {@code lparstat -i} prints, as far as they are about memory. */
  private static List<String> properties(Lpar lpar) {
    return List.of(
        line("Node Name                                  : %s", lpar.name()),
        line("Partition Name                             : %s", lpar.name()),
        line("Partition Number                           : %d", lpar.number()),
        line("Type                                       : Shared-SMT-4"),
        line("Mode                                       : Uncapped"),
        line("Entitled Capacity                          : 1.50"),
        line("Online Virtual CPUs                        : 4"),
        line("Online Memory                              : %d MB", lpar.logical()),
        line("Maximum Memory                             : 16384 MB"),
        line("Minimum Memory                             : 1024 MB"),
        line("Memory Mode                                : Shared"),
        line("Total I/O Memory Entitlement               : 77.000 MB"),
        line("Variable Memory Capacity Weight            : %d", lpar.weight()),
        line("Memory Pool ID                             : 0"),
        line("Physical Memory in the Pool                : %.3f GB", POOL / 1024.0),
        line("Hypervisor Page Size                       : 4K"),
        line("Desired Memory                             : %d MB", lpar.logical()));
  }

  private static String nmon(Lpar lpar) {
    StringBuilder text = new StringBuilder();
    text.append("AAA,progname,topas_nmon\n");
    text.append(
        line(
            "AAA,command,/usr/bin/topas_nmon -f -M -s 60 -c 60 -youtput_dir=/var/nmon/%s"
                + " -ystart_time=09:00:00,Jun30,2021 ",
            lpar.name()));
    text.append("AAA,version,TOPAS-NMON\nAAA,build,AIX\n");
    text.append(line("AAA,host,%s", lpar.name()));
    text.append("AAA,user,root\nAAA,AIX,7.2.2.1\nAAA,TL,02\n");
    text.append(line("AAA,runname,%s", lpar.name()));
    text.append("AAA,time,09:00:00\nAAA,date,30-JUN-2021\nAAA,interval,60\nAAA,snapshots,60\n");
    text.append(line("AAA,LPARNumberName,%d,%s", lpar.number(), lpar.name()));
    text.append(line("AAA,NodeName,%s", lpar.name()));
    text.append("AAA,timestampsize,0\n");
    text.append(
        line(
            "MEM,Memory %s,Real Free %%,Virtual free %%,Real free(MB),Virtual free(MB),Real"
                + " total(MB),Virtual total(MB)",
            lpar.name()));
    text.append(
        line(
            "MEMNEW,Memory New %s,Process%%,FScache%%,System%%,Free%%,Pinned%%,User%%",
            lpar.name()));
    text.append(
        line("PAGE,Paging %s,faults,pgin,pgout,pgsin,pgsout,reclaims,scans,cycles", lpar.name()));
    text.append(line("PAGING,PagingSpace MB Free %s,hd6", lpar.name()));
    text.append(
        "MEMPAGES4KB,MemoryPages,numframes,numfrb,numclient,numcompress,numperm,numvpages,minfree,"
            + "maxfree,numpout,numremote,numwseguse,numpseguse,numclseguse,numwsegpin,numpsegpin,"
            + "numclsegpin,numpgsp_pgs,numralloc,pfrsvdblks,pfavail,pfpinavail,numpermio,"
            + "system_pgs,nonsys_pgs,pgexct,pgrclm,pageins,pageouts,pgspgins,pgspgouts,numsios,"
            + "numiodone,zerofills,exfills,scans,cycles,pgsteals\n");
    text.append("BBBP,000,lparstat -i\n");
    int number = 1;
    for (String property : properties(lpar)) {
      text.append(line("BBBP,%03d,lparstat -i,\"%s\"", number++, property.stripTrailing()));
    }
    for (int minute = 1; minute <= MINUTES; minute++) {
      text.append(snapshot(lpar, minute));
    }
    return text.toString();
  }

  private static String snapshot(Lpar lpar, int minute) {
    int free = lpar.logical() - lpar.used(minute);
    double percent = 100.0 / lpar.logical();
    double fileCache = rounded(lpar.cache() * percent);
    double unused = rounded(free * percent);
    return line("ZZZZ,T%04d,%s,30-JUN-2021", minute, CLOCK.format(START.plusMinutes(minute)))
        + line("MEM,T%04d,%.1f,99.0,%d.0,4055.0,%d.0,4096.0", minute, unused, free, lpar.logical())
        + line(
            "MEMNEW,T%04d,%.1f,%.1f,10.0,%.1f,%.1f,60.0",
            minute, 100 - 10 - fileCache - unused, fileCache, unused, lpar.pinned() * percent)
        + line("PAGE,T%04d,%d.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0", minute, minute > 1 ? 100 : 0)
        + line("PAGING,T%04d,4055", minute)
        + line(
            "MEMPAGES4KB,T%04d,%d,%d,%d,0,%d,%d,960,1088,0,0,%d,0,%d,%d,0,0,0,0,0,0,0,0,0,0,%d,0,"
                + "0,0,0,0,0,0,0,0,0,0,0",
            minute,
            lpar.logical() * PAGES,
            free * PAGES,
            lpar.cache() * PAGES,
            lpar.cache() * PAGES,
            lpar.at(minute).needed() * PAGES,
            lpar.at(minute).needed() * PAGES,
            lpar.cache() * PAGES,
            lpar.pinned() * PAGES,
            minute > 1 ? 6000 : 0);
  }

  private static double rounded(double percent) {
    return Math.round(10 * percent) / 10.0;
  }

  private static String lparstatSum(Lpar lpar) {
    return "\n     L P A R  S  T  A  T    S  U  M  M  A  R  Y    O  U  T  P  U  T\n\n\n"
        + line("Hostname:  %s", lpar.name())
        + line("Time before run:  %s", DATE.format(START))
        + "\nlparstat -i\n-----------\n"
        + String.join("", properties(lpar));
  }

  private static String counters(Lpar lpar, int minute) {
    int shown = Math.max(1, minute);
    int free = lpar.logical() - lpar.used(shown) - lpar.at(shown).loaned();
    return line("Date/Time:   %s", DATE.format(START.plusMinutes(minute)))
        + "\n\nvmstat -v\n---------\n"
        + line("%20d memory pages", lpar.logical() * PAGES)
        + line("%20d free pages", free * PAGES)
        + line("%20d pinned pages", lpar.pinned() * PAGES)
        + line("%20d file pages", lpar.cache() * PAGES)
        + line("%20d Number of 4k page frames loaned", lpar.at(shown).loaned() * PAGES);
  }

  private static String monitor(Lpar lpar) {
    StringBuilder text = new StringBuilder();
    text.append("\n       V M S T A T    I N T E R V A L    O U T P U T   (vmstat  60 60)\n\n\n");
    text.append(line("Hostname:    %s", lpar.name()));
    text.append(line("Time before run:   %s", DATE.format(START)));
    text.append(line("Time after run :   %s", DATE.format(START.plusMinutes(MINUTES))));
    text.append("\n\n\n");
    text.append(
        line(
            "System configuration: lcpu=16 mem=%dMB ent=1.50 mmode=shared mpsz=%.2fGB",
            lpar.logical(), POOL / 1024.0));
    text.append(
        "\n   kthr            memory                         page                       faults"
            + "                 cpu                   hypv-page           time  \n");
    text.append(
        "  r   b   p        avm        fre    fi    fo    pi    po    fr     sr    in     sy    cs"
            + " us sy id wa    pc    ec   hpi  hpit  pmem   loan hr mi se\n");
    for (int minute = 1; minute <= MINUTES; minute++) {
      State state = lpar.at(minute);
      text.append(
          line(
              "%3d %3d %3d %10d %10d %5d %5d %5d %5d %5d %6d %5d %6d %5d %2d %2d %2d %2d %5.2f"
                  + " %5.1f %5d %5d %5.2f %6.2f %s",
              2,
              0,
              0,
              state.needed() * PAGES,
              (lpar.logical() - lpar.used(minute) - state.loaned()) * PAGES,
              0,
              0,
              0,
              0,
              0,
              0,
              120,
              2400,
              900,
              30,
              10,
              60,
              0,
              0.60,
              40.0,
              state.pageIns(),
              4 * state.pageIns(),
              lpar.physical(minute) / 1024.0,
              state.loaned() / 1024.0,
              CLOCK.format(START.plusMinutes(minute))));
    }
    return text.toString();
  }

  private static String console() {
    StringBuilder text = new StringBuilder();
    text.append("hscroot@hmc7:~> lshwres -r mempool -m Server-8284-22A -F");
    text.append(" curr_pool_mem,curr_max_pool_mem,sys_firmware_pool_mem\n");
    text.append(line("%d,24576,%d", POOL, FIRMWARE));
    text.append("hscroot@hmc7:~> lslparutil -m Server-8284-22A -r mempool -n 61 -F");
    text.append(
        " time,curr_pool_mem,sys_firmware_pool_mem,lpar_run_mem,page_faults,page_in_delay\n");
    int promised = LPARS.stream().mapToInt(Lpar::logical).sum();
    StringBuilder samples = new StringBuilder();
    long faults = 51_200;
    for (int minute = 0; minute <= MINUTES; minute++) {
      for (Lpar lpar : LPARS) {
        faults += minute == 0 ? 0 : lpar.at(minute).pageIns();
      }
      samples.insert(
          0,
          line(
              "%s,%d,%d,%d,%d,%d",
              HMC.format(START.plusMinutes(minute)),
              POOL,
              FIRMWARE,
              promised,
              faults,
              4000 * faults));
    }
    text.append(samples);
    text.append("hscroot@hmc7:~> lslparutil -m Server-8284-22A -r lpar -n 60 -F");
    text.append(" time,lpar_name,mem_mode,curr_mem,phys_run_mem,mem_overage_cooperation\n");
    for (int minute = MINUTES; minute >= 1; minute--) {
      for (Lpar lpar : LPARS) {
        text.append(
            line(
                "%s,%s,shared,%d,%d,%d",
                HMC.format(START.plusMinutes(minute)),
                lpar.name(),
                lpar.logical(),
                lpar.physical(minute),
                -lpar.at(minute).loaned()));
      }
    }
    return text.toString();
  }
}
