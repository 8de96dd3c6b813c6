package dev.headroom.memory.ams;

import dev.headroom.memory.ByName;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A shared memory pool of Active Memory Sharing.
 *
 * @param name the pool's name
 * @param size bytes
 * @param maximum the size that it can grow to in operation, where known
 * @param reserve firmware memory inside the pool: 256 MB with an HMC, none with IVM
 * @param members the partitions, in the order of their names
 * @param server the server that it is on
 * @param sighting what captures show of it
 */
public record AmsPool(
    String name,
    double size,
    OptionalDouble maximum,
    double reserve,
    List<AmsMember> members,
    Server server,
    Sighting sighting)
    implements MemorySystem {

  /** Copies the list of members, in the order of their names. */
  public AmsPool {
    members = members.stream().sorted(Comparator.comparing(AmsMember::name)).toList();
  }

  /** A pool as captures show it, in blocks of the largest size. */
  public AmsPool(
      String name, double size, OptionalDouble maximum, double reserve, List<AmsMember> members) {
    this(name, size, maximum, reserve, members, Server.UNKNOWN, Sighting.at(size));
  }

  /** The system as a pool of Active Memory Sharing; empty where it is another's. */
  public static Optional<AmsPool> of(MemorySystem system) {
    return system instanceof AmsPool pool ? Optional.of(pool) : Optional.empty();
  }

  @Override
  public AmsPool withSize(double changed) {
    return new AmsPool(name, changed, maximum, reserve, members, server, sighting);
  }

  @Override
  public double block() {
    return server.block();
  }

  @Override
  public Optional<String> managedSystem() {
    return server.name();
  }

  @Override
  public double captured() {
    return sighting.size();
  }

  @Override
  public AmsPool unseen() {
    return new AmsPool(name, size, maximum, reserve, members, server, sighting.gone());
  }

  @Override
  public AmsPool changedFrom(MemorySystem found, PoolHistory history) {
    return of(found)
        .map(
            pool ->
                new AmsPool(
                    name, size, maximum, reserve, members, server, sighting.of(pool, history)))
        .orElse(this);
  }

  /**
   * The pool as it was found, at the size that this one has, where more is asked of this one: what
   * was seen of that one is the least of this one. Empty where nothing was seen, less may be asked,
   * or this is the pool that was found.
   */
  public Optional<Sighting.Found> least() {
    return Double.isNaN(captured())
        ? Optional.empty()
        : sighting
            .found()
            .map(found -> new Sighting.Found(found.pool().withSize(size), found.history()));
  }

  /**
   * The same pool with what a console shows of it, where it is not known otherwise: its size, the
   * maximum, and the server's name.
   *
   * @param kept what firmware keeps inside the pool, bytes
   */
  public AmsPool seenBy(ConsolePool console, double kept) {
    double known = Double.isNaN(size) ? console.size().orElse(Double.NaN) : size;
    return new AmsPool(
        name,
        known,
        maximum.isPresent() ? maximum : console.maximum(),
        kept,
        members,
        new Server(
            server.block(),
            server
                .name()
                .or(() -> Optional.of(console).filter(ConsolePool::named).map(ConsolePool::server)),
            Optional.of(console)),
        Double.isNaN(captured()) ? Sighting.at(known) : sighting);
  }

  /** The same pool of another name and with other members. */
  public AmsPool with(String other, List<AmsMember> changed) {
    return new AmsPool(other, size, maximum, reserve, changed, server, sighting);
  }

  @Override
  public Map<String, OptionalDouble> configuredLogical() {
    Map<String, OptionalDouble> logical = new LinkedHashMap<>();
    members.forEach(member -> logical.put(member.name(), member.logical()));
    return logical;
  }

  /** The member of a name; one with everything at its default where the pool does not name it. */
  public AmsMember member(String wanted) {
    return ByName.find(members, AmsMember::name, wanted)
        .orElseGet(() -> AmsMember.unconfigured(wanted));
  }
}
