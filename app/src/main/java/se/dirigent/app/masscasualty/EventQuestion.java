package se.dirigent.app.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.app.masscasualty.MassEvent.Extra;
import se.dirigent.app.masscasualty.MassEvent.Site;
import se.dirigent.app.masscasualty.MassEvent.Wounded;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.masscasualty.distribution.StandardIntake;
import se.dirigent.server.platform.region.RegionPack.PackFacility;

/**
 * Puts an event as a question: all hospitals of the country, and of each region's units that suit
 * the first of every station's, by the share that is free.
 */
public final class EventQuestion {
  private static final int ROAD = 0;
  private static final int AIR = 1;

  /** Categories an ordinary ambulance carries: all; a helicopter's: not minimal; a bus's: only. */
  private static final long ALL = 0b1111;

  private static final long NOT_MINIMAL = 0b1011;
  private static final long MINIMAL = 0b0100;

  /** Minutes from call to wheels rolling, and of loading and handing over [assumption]. */
  private static final int TURNOUT_ROAD = 2;

  private static final int TURNOUT_AIR = 8;
  private static final int LOAD = 8;
  private static final int UNLOAD = 15;
  private static final int LOAD_BUS = 20;

  /** Harm of parting a family: as much as a minimal casualty's wait of half an hour. */
  private static final double SPLIT_HARM = 15;

  private static final int CLEANING_MINUTES = 20;

  private final Packs packs;
  private final TravelTimes times;

  /** Questions about the country of the packs. */
  public EventQuestion(Packs packs, TravelTimes times) {
    this.packs = packs;
    this.times = times;
  }

  /** All hospitals, those with limited emergency care too, in the order of the packs. */
  public static List<PackFacility> hospitals(Packs packs) {
    return packs.codes().stream()
        .flatMap(code -> packs.get(code).facilities().stream())
        .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL || f.kind() == FacilityKind.HOSPITAL)
        .toList();
  }

  /**
   * The question.
   *
   * @param at when vehicles move; the event's own moment, or another that is planned for
   * @param categories the four, and what waiting costs them
   */
  public DistributionProblem of(MassEvent event, Instant at, List<CategoryRule> categories) {
    List<PackFacility> facilities = hospitals(packs);
    List<Position> sites = event.sites().stream().map(Site::position).toList();
    List<Position> goals = facilities.stream().map(PackFacility::position).toList();
    Urgency lights = Urgency.LIGHTS_AND_SIRENS;
    List<Ways> ways =
        List.of(
            Ways.of("road", times, TravelMode.ROAD, lights, sites, goals, at),
            Ways.of("air", times, TravelMode.AIR, lights, sites, goals, at));
    return new DistributionProblem(
        event.sites().stream()
            .map(s -> new Place(s.name(), s.cleanedPerHour(), s.cleanedFromMinute()))
            .toList(),
        facilities.stream().map(facility -> hospital(event, facility)).toList(),
        casualties(event),
        vehicles(event, at),
        ways,
        categories,
        MassEvent.SPECIALTIES,
        MassEvent.DECONTAMINATION,
        event.horizonMinutes(),
        SPLIT_HARM);
  }

  /** What a hospital takes hour by hour: as the event says, else the standard of its level. */
  public static List<Intake> intake(MassEvent event, PackFacility facility) {
    return event
        .intake()
        .getOrDefault(facility.id(), StandardIntake.of(facility.id(), facility.level()));
  }

  private static Hospital hospital(MassEvent event, PackFacility facility) {
    List<Intake> hours = intake(event, facility);
    if (event.closed().contains(facility.id())) {
      Intake any = hours.getFirst();
      hours =
          List.of(
              new Intake(
                  Collections.nCopies(any.categories().size(), 0),
                  Collections.nCopies(any.specialties().size(), 0)));
    }
    return new Hospital(facility.name(), hours, CLEANING_MINUTES);
  }

  private static List<Casualty> casualties(MassEvent event) {
    List<Casualty> all = new ArrayList<>();
    int family = 0;
    for (int place = 0; place < event.sites().size(); place++) {
      for (Wounded some : event.sites().get(place).casualties()) {
        for (int i = 0; i < some.count(); i++) {
          int ready = some.readyMinute() + (int) (i * some.everyMinutes());
          boolean alone = some.families() == 1;
          family += !alone && i % some.families() == 0 ? 1 : 0;
          all.add(
              new Casualty(
                  place,
                  some.category(),
                  some.needs(),
                  ready,
                  alone ? Casualty.NO_FAMILY : family));
        }
      }
    }
    return all;
  }

  private List<Vehicle> vehicles(MassEvent event, Instant at) {
    Toward toward =
        new Toward(toward(event, TravelMode.ROAD, at), toward(event, TravelMode.AIR, at));
    List<Vehicle> vehicles = new ArrayList<>();
    for (String code : event.regions()) {
      for (FreeUnit unit : FreeUnit.of(packs.get(code), event.availableShare())) {
        vehicles.add(
            unit.kind() == Carrier.HELICOPTER
                ? helicopter(unit.name(), toward.first(unit.home(), TURNOUT_AIR, TravelMode.AIR))
                : ambulance(unit.name(), toward.first(unit.home(), TURNOUT_ROAD, TravelMode.ROAD)));
      }
    }
    vehicles.removeIf(v -> v.firstMinutes().stream().allMatch(m -> m > event.withinMinutes()));
    event.vehicles().forEach(extra -> vehicles.addAll(extra(extra, toward)));
    return vehicles;
  }

  private static List<Vehicle> extra(Extra extra, Toward toward) {
    List<Vehicle> some = new ArrayList<>();
    for (int i = 1; i <= extra.count(); i++) {
      String name = extra.count() == 1 ? extra.name() : extra.name() + " " + i;
      int from = extra.fromMinute();
      some.add(
          switch (extra.kind()) {
            case AMBULANCE ->
                ambulance(name, toward.first(extra.position(), from, TravelMode.ROAD));
            case HELICOPTER ->
                helicopter(name, toward.first(extra.position(), from, TravelMode.AIR));
            case BUS ->
                new Vehicle(
                    name,
                    ROAD,
                    0,
                    extra.seats(),
                    LOAD_BUS,
                    LOAD_BUS,
                    MINIMAL,
                    toward.first(extra.position(), from, TravelMode.ROAD));
          });
    }
    return some;
  }

  private static Vehicle ambulance(String name, List<Integer> first) {
    return new Vehicle(name, ROAD, 1, 1, LOAD, UNLOAD, ALL, first);
  }

  private static Vehicle helicopter(String name, List<Integer> first) {
    return new Vehicle(name, AIR, 1, 0, LOAD, UNLOAD, NOT_MINIMAL, first);
  }

  /** From anywhere to each site. */
  private record Toward(List<ToIntFunction<Position>> road, List<ToIntFunction<Position>> air) {
    List<Integer> first(Position from, int delay, TravelMode mode) {
      List<Integer> first = new ArrayList<>();
      for (ToIntFunction<Position> way : mode == TravelMode.AIR ? air : road) {
        int minutes = Ways.minutes(new int[][] {{way.applyAsInt(from)}})[0][0];
        first.add(minutes == Ways.NO_WAY ? minutes : minutes + delay);
      }
      return first;
    }
  }

  private List<ToIntFunction<Position>> toward(MassEvent event, TravelMode mode, Instant at) {
    List<ToIntFunction<Position>> toward = new ArrayList<>();
    for (Site site : event.sites()) {
      toward.add(times.toward(site.position(), mode, Urgency.LIGHTS_AND_SIRENS, at));
    }
    return toward;
  }
}
