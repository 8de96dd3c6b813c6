package dev.headroom.cli;

import dev.headroom.whatif.Addition;
import dev.headroom.whatif.Change;
import dev.headroom.whatif.EntitlementChange;
import dev.headroom.whatif.Failover;
import dev.headroom.whatif.Growth;
import dev.headroom.whatif.ImpossibleChangeException;
import dev.headroom.whatif.Landscape;
import dev.headroom.whatif.LoanPolicyChange;
import dev.headroom.whatif.MemberPlace;
import dev.headroom.whatif.Removal;
import dev.headroom.whatif.Resizing;
import dev.headroom.whatif.Scenario;
import dev.headroom.whatif.TimeShift;
import dev.headroom.whatif.WeightChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/**
 * What is to be supposed. The order on the command line does not matter: members are added first,
 * then grown, shifted in time, given their partner's work, and removed; then settings change, and
 * sizes last.
 */
final class ChangeOptions {
  @Option(
      names = "--pool",
      paramLabel = "NAME=SIZE",
      description = "Try this size of a pool or z/VM system, such as js22=10GB.")
  private List<String> sizes = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "MEMBER=0|1|2",
      description = "Change the loan policy: 0 off, 1 file cache, 2 any data.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--weight",
      paramLabel = "MEMBER=N",
      description = "Change the memory weight, 0 to 255.")
  private List<String> weights = new ArrayList<>();

  @Option(
      names = "--entitlement",
      paramLabel = "MEMBER=SIZE",
      description = "Change the I/O entitlement, such as erp1=308MB.")
  private List<String> entitlements = new ArrayList<>();

  @Option(
      names = "--add",
      paramLabel = "NEW=COPY-OF[*FACTOR]",
      description =
          "Add a member that behaves like another one, if you like larger or smaller:"
              + " web3=web1*1.5.")
  private List<String> additions = new ArrayList<>();

  @Option(names = "--remove", paramLabel = "MEMBER", description = "Remove the member.")
  private List<String> removals = new ArrayList<>();

  @Option(
      names = "--grow",
      paramLabel = "MEMBER=FACTOR",
      description = "Multiply the member's demand by FACTOR.")
  private List<String> growths = new ArrayList<>();

  @Option(
      names = "--shift",
      paramLabel = "MEMBER=DURATION",
      description = "Shift the member's work to later, such as 2h, or to earlier, such as -30m.")
  private List<String> shifts = new ArrayList<>();

  @Option(
      names = "--failover",
      paramLabel = "PARTNER=MEMBER",
      description = "MEMBER also does the work of PARTNER, which may be in any pool.")
  private List<String> failovers = new ArrayList<>();

  /** The changes that a member which is removed cannot have. */
  private static final List<String> CHANGES =
      List.of("--add", "--grow", "--shift", "--failover", "--policy", "--weight", "--entitlement");

  private final Set<String> given = new HashSet<>();

  /** Whose work another member does. */
  private final Set<MemberPlace> partners = new HashSet<>();

  /** Whether nothing is to be supposed. */
  boolean none() {
    return List.of(
            sizes, policies, weights, entitlements, additions, removals, growths, shifts, failovers)
        .stream()
        .allMatch(List::isEmpty);
  }

  /**
   * The scenario on these pools.
   *
   * @throws IllegalArgumentException where an option is wrong; the message is a sentence
   */
  Scenario scenario(Landscape landscape) {
    MemberNames names = new MemberNames(landscape);
    List<Change> changes = new ArrayList<>();
    each("--add", additions, changes, text -> addition(text, names));
    each(
        "--grow",
        growths,
        changes,
        text -> {
          ChangeText said = ChangeText.valued(text, "MEMBER=FACTOR, such as erp1=1.5");
          return new Growth(once("--grow", names.find(said.name())), said.factor());
        });
    each(
        "--shift",
        shifts,
        changes,
        text -> {
          ChangeText said = ChangeText.valued(text, "MEMBER=DURATION, such as erp1=2h");
          return new TimeShift(once("--shift", names.find(said.name())), said.shift());
        });
    each("--failover", failovers, changes, text -> failover(text, names));
    each("--remove", removals, changes, text -> new Removal(once("--remove", names.find(text))));
    settings(names, changes);
    removals.forEach(text -> refuseChanged(names.find(text)));
    each("--pool", sizes, changes, text -> resizing(text, landscape));
    return new Scenario(changes);
  }

  private void settings(MemberNames names, List<Change> changes) {
    each(
        "--policy",
        policies,
        changes,
        text -> {
          ChangeText said = ChangeText.valued(text, "MEMBER=0|1|2, such as erp1=2");
          return new LoanPolicyChange(once("--policy", names.find(said.name())), said.policy());
        });
    each(
        "--weight",
        weights,
        changes,
        text -> {
          ChangeText said = ChangeText.valued(text, "MEMBER=N, such as erp1=128");
          return new WeightChange(once("--weight", names.find(said.name())), said.weight());
        });
    each(
        "--entitlement",
        entitlements,
        changes,
        text -> {
          ChangeText said = ChangeText.valued(text, "MEMBER=SIZE, such as erp1=308MB");
          return new EntitlementChange(once("--entitlement", names.find(said.name())), said.size());
        });
  }

  private Addition addition(String text, MemberNames names) {
    ChangeText said = ChangeText.named(text, "NEW=COPY-OF[*FACTOR], such as web3=web1*1.5");
    int star = said.value().lastIndexOf('*');
    double factor = star < 0 ? 1 : ChangeText.factor(said.value().substring(star + 1));
    MemberPlace like = names.find(star < 0 ? said.value() : said.value().substring(0, star));
    MemberPlace place = names.place(said.name(), like);
    names.add(place);
    given.add("--add " + place);
    return new Addition(place, like, factor);
  }

  private Failover failover(String text, MemberNames names) {
    ChangeText said = ChangeText.named(text, "PARTNER=MEMBER, such as erp1=erp2");
    MemberPlace partner = names.find(said.name());
    MemberPlace place = names.find(said.value());
    if (!given.add("--failover " + partner + place)) {
      throw new IllegalArgumentException("'" + text + "' is given twice");
    }
    given.add("--failover " + place);
    partners.add(partner);
    return new Failover(place, partner);
  }

  private Resizing resizing(String text, Landscape landscape) {
    ChangeText said = ChangeText.valued(text, "NAME=SIZE, such as js22=10GB");
    landscape.pool(said.name());
    if (!given.add("--pool " + said.name())) {
      throw new IllegalArgumentException("'" + said.name() + "' is given twice");
    }
    return new Resizing(said.name(), said.size());
  }

  private MemberPlace once(String option, MemberPlace place) {
    if (!given.add(option + " " + place)) {
      throw new IllegalArgumentException("'" + place.member() + "' is given twice");
    }
    return place;
  }

  /**
   * Refuses a member that is removed and changed at once: one of the two was not meant. What it
   * does may be changed where another takes over its work.
   */
  private void refuseChanged(MemberPlace removed) {
    for (String option : CHANGES) {
      boolean ofWork = option.equals("--grow") || option.equals("--shift");
      if (given.contains(option + " " + removed) && !(ofWork && partners.contains(removed))) {
        throw new IllegalArgumentException(
            "--remove: '"
                + removed.member()
                + "' is removed and changed by "
                + option
                + " at once; leave one of the two out");
      }
    }
  }

  private static void each(
      String option, List<String> texts, List<Change> changes, Function<String, Change> read) {
    for (String text : texts) {
      try {
        changes.add(read.apply(text));
      } catch (IllegalArgumentException | ImpossibleChangeException e) {
        throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
      }
    }
  }
}
