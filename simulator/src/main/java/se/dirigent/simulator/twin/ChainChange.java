package se.dirigent.simulator.twin;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.chain.Air;
import se.dirigent.simulator.chain.Breakdowns;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.DoctorCars;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chain.Receiving;
import se.dirigent.simulator.chain.Travel;
import se.dirigent.simulator.chain.WaitingRules;
import se.dirigent.simulator.service.CrewService;

/** One thing between call and free unit that a scenario has otherwise than its base. */
public sealed interface ChainChange extends Change {
  /** Calls are answered by these centres. */
  record Centres(List<Centre> centres) implements ChainChange {
    /** A centre's number is kept in a byte. */
    public static final int MOST = 200;

    public Centres {
      centres = List.copyOf(centres);
    }

    @Override
    public Blueprint apply(Blueprint to) {
      if (centres.isEmpty() || centres.size() > MOST) {
        throw new Unfit("%d centres; give 1 to %d".formatted(centres.size(), MOST));
      }
      Set<String> names = new HashSet<>();
      Set<String> taken = new HashSet<>();
      for (Centre centre : centres) {
        if (!names.add(centre.name())) {
          throw new Unfit("two centres are named '%s'; rename one".formatted(centre.name()));
        }
        requireAreas(to, centre.areas());
        for (String area : centre.areas()) {
          if (!taken.add(area)) {
            throw new Unfit("two centres take the calls of '%s'; leave one".formatted(area));
          }
        }
      }
      if (centres.stream().allMatch(centre -> !centre.areas().isEmpty())
          && taken.size() < to.areas().size()) {
        throw new Unfit("no centre takes the calls of all other areas; give one without areas");
      }
      return to.withChain(to.chain().withCentres(centres));
    }
  }

  /** Those who wait are looked after by other rules. */
  record Waiting(WaitingRules rules) implements ChainChange {
    @Override
    public Blueprint apply(Blueprint to) {
      return to.withChain(to.chain().withWaiting(rules));
    }
  }

  /** Units break down by chance. */
  record Breaking(Breakdowns breakdowns) implements ChainChange {
    @Override
    public Blueprint apply(Blueprint to) {
      return to.withChain(to.chain().withBreakdowns(breakdowns));
    }
  }

  /** Hospitals receive emergencies in departments that may be full. */
  record Emergency(Receiving receiving) implements ChainChange {
    @Override
    public Blueprint apply(Blueprint to) {
      List<String> hospitals = to.hospitals().stream().map(h -> h.id()).toList();
      Set<String> once = new HashSet<>();
      for (Receiving.Room room : receiving.rooms()) {
        if (!hospitals.contains(room.hospital())) {
          throw new Unfit(
              "there is no hospital '%s'; give one of %s"
                  .formatted(room.hospital(), Change.names(hospitals)));
        }
        if (!once.add(room.hospital())) {
          throw new Unfit("'%s' is here twice; leave one out".formatted(room.hospital()));
        }
      }
      boolean someTakesAll =
          hospitals.stream()
              .anyMatch(id ->
                  receiving.rooms().stream()
                      .noneMatch(r -> r.hospital().equals(id) && r.receivesFrom() > 1));
      if (!someTakesAll) {
        throw new Unfit("no hospital receives the most urgent; let one receive from level 1");
      }
      return to.withChain(to.chain().withReceiving(receiving));
    }
  }

  /** Drives differ from what was reckoned with. */
  record Travelling(Travel travel) implements ChainChange {
    @Override
    public Blueprint apply(Blueprint to) {
      LocalDate calls = to.calls().rhythm().year().begins();
      if (calls != null && travel.begins() != null && !calls.equals(travel.begins())) {
        throw new Unfit(
            "calls begin on %s and travel on %s; give the same day"
                .formatted(calls, travel.begins()));
      }
      return to.withChain(to.chain().withTravel(travel));
    }
  }

  /** Helicopters fly. */
  record Flying(Air air) implements ChainChange {
    @Override
    public Blueprint apply(Blueprint to) {
      requireAny(to, UnitKind.HELICOPTER, "helicopter");
      return to.withChain(to.chain().withAir(air));
    }
  }

  /** Doctor cars come beside the first unit. */
  record Doctors(DoctorCars cars) implements ChainChange {
    @Override
    public Blueprint apply(Blueprint to) {
      requireAny(to, UnitKind.DOCTOR_CAR, "doctor-car");
      return to.withChain(to.chain().withDoctors(cars));
    }
  }

  private static void requireAny(Blueprint in, UnitKind kind, String name) {
    if (in.units().stream().noneMatch(unit -> unit.kind() == kind)) {
      throw new Unfit("there is no %s; add a unit of that kind first".formatted(name));
    }
  }

  /** Something more happens at a given time. */
  record Happens(Event event) implements ChainChange {
    /** More events than that nobody writes by hand. */
    public static final int MOST = 1_000;

    @Override
    public Blueprint apply(Blueprint to) {
      Chain chain = to.chain();
      if (chain.events().size() >= MOST) {
        throw new Unfit("there are more than %d events; leave some out".formatted(MOST));
      }
      Befalls.require(to, event);
      List<Event> events = new ArrayList<>(chain.events());
      events.add(event);
      return to.withChain(chain.withEvents(events));
    }
  }

  /** Refuses areas that are not there. */
  static void requireAreas(Blueprint in, List<String> areas) {
    for (String area : areas) {
      if (!in.areas().contains(area)) {
        throw new Unfit(
            "there is no area '%s'; give one of %s".formatted(area, Change.names(in.areas())));
      }
    }
  }

  /**
   * Crews take as long as it was found.
   *
   * @param turnout from assignment until a standing unit rolls
   */
  record Crews(Duration turnout, CrewService service) implements ChainChange {
    /** Longest turnout; a crew that takes longer is not on duty. */
    public static final Duration TURNOUT_MAX = Duration.ofHours(1);

    public Crews {
      if (turnout.isNegative() || turnout.compareTo(TURNOUT_MAX) > 0) {
        throw new Unfit("turnout is %s; give 0 to 60 minutes".formatted(turnout));
      }
    }

    @Override
    public Blueprint apply(Blueprint to) {
      return to.withCalls(to.calls().withCrews(turnout, service));
    }
  }
}
