package se.dirigent.benchmarks.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.assign.WaitingCase;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.routing.network.NationalNetwork;

/** An invented country: units and cases strewn over Sweden's extent, denser in some places. */
final class Country {
  private static final UnitKind[] KINDS = {
    UnitKind.AMBULANCE,
    UnitKind.AMBULANCE,
    UnitKind.AMBULANCE,
    UnitKind.TRANSPORT_AMBULANCE,
    UnitKind.LIGHT_CARE_AMBULANCE,
    UnitKind.SINGLE_RESPONDER,
    UnitKind.HELICOPTER
  };
  private static final UnitStatus[] BUSY = {
    UnitStatus.ROLLING, UnitStatus.AT_PATIENT, UnitStatus.LOADED, UnitStatus.AT_DESTINATION
  };

  private final SplittableRandom chance;
  private final List<Position> towns = new ArrayList<>();
  private final Instant now;

  /**
   * A country.
   *
   * @param places its towns and villages, of which the 300 largest have units and cases
   */
  Country(long seed, Instant now, List<NationalNetwork.Place> places) {
    this.chance = new SplittableRandom(seed);
    this.now = now;
    places.stream()
        .filter(p -> p.country().equals("SE"))
        .sorted(Comparator.comparingInt(NationalNetwork.Place::population).reversed())
        .limit(300)
        .forEach(p -> towns.add(p.position()));
  }

  List<Candidate> units(int count, int busy) {
    List<Candidate> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean free = i >= busy;
      units.add(
          new Candidate(
              "u" + i,
              KINDS[chance.nextInt(KINDS.length)],
              free ? UnitStatus.AVAILABLE : BUSY[chance.nextInt(BUSY.length)],
              now.minusSeconds(chance.nextInt(1800)),
              Set.of(Capability.STRETCHER),
              false,
              place(),
              now.minusSeconds(chance.nextInt(180)),
              new Shift(
                  now.minusSeconds(20_000),
                  now.plusSeconds(chance.nextInt(700, 23_000)),
                  now.minusSeconds(600),
                  now.plusSeconds(600)),
              towns.get(chance.nextInt(towns.size())),
              free ? null : new Candidate.Engagement(1 + chance.nextInt(4), place()),
              chance.nextInt(10) == 0));
    }
    return units;
  }

  /** The unit a few hundred metres on, as its next report says. */
  Candidate moved(Candidate c) {
    Position at = c.position();
    Position next =
        at == null
            ? place()
            : new Position(
                at.latitude() + 0.002 * chance.nextGaussian(),
                at.longitude() + 0.004 * chance.nextGaussian());
    return new Candidate(
        c.unit(),
        c.kind(),
        c.status(),
        c.statusSince(),
        c.capabilities(),
        c.special(),
        next,
        now,
        c.shift(),
        c.home(),
        c.engagement(),
        c.neighbour());
  }

  List<WaitingCase> cases(int count) {
    List<WaitingCase> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cases.add(new WaitingCase("c" + i, need(), now.minusSeconds(chance.nextInt(3600))));
    }
    return cases;
  }

  Need need() {
    return new Need(place(), 1 + chance.nextInt(4), Set.of());
  }

  private Position place() {
    Position town = towns.get(chance.nextInt(towns.size()));
    return new Position(
        town.latitude() + 0.1 * chance.nextGaussian(),
        town.longitude() + 0.2 * chance.nextGaussian());
  }
}
