package se.dirigent.optimiser.plan.order;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.Competence;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;

/**
 * What a ride may need and a vehicle with its crew may have, as bits: a mode it may carry out, a
 * way over the county's border, what is on board, and who is. Which crew a care needs follows what
 * {@link Mode} says of each: an attendant for light care, a nurse for skilled, a specialist nurse
 * in an ambulance, a doctor for intensive.
 */
public enum Ability {
  TAXI,
  WHEELCHAIR_TAXI,
  LYING_TRANSPORT,
  LIGHT_CARE_AMBULANCE,
  TRANSPORT_AMBULANCE,
  AMBULANCE,
  DOCTOR_AMBULANCE,
  HELICOPTER,
  AEROPLANE,
  BOAT,
  LEAVES_COUNTY,
  STRETCHER,
  WHEELCHAIR,
  OXYGEN,
  MONITORING,
  VENTILATOR,
  INCUBATOR,
  BARIATRIC,
  ATTENDANT,
  NURSE,
  SPECIALIST_NURSE,
  DOCTOR;

  private long bit() {
    return 1L << ordinal();
  }

  private static long bits(Set<Ability> abilities) {
    return abilities.stream().mapToLong(Ability::bit).reduce(0, (a, b) -> a | b);
  }

  /** Names of bits, with commas between. */
  public static String names(long bits) {
    return List.of(values()).stream()
        .filter(a -> (bits & a.bit()) != 0)
        .map(Enum::name)
        .collect(Collectors.joining(","));
  }

  public static long of(Mode mode) {
    return valueOf(mode.name()).bit();
  }

  /** Whether the vehicle is let over the border of the county. */
  public static boolean leavesCounty(long bits) {
    return (bits & LEAVES_COUNTY.bit()) != 0;
  }

  /** Whether the patient travels in a wheelchair rather than being moved to the stretcher. */
  public static boolean rollsOn(Transport t) {
    boolean taxi = t.choice().mode().compareTo(Mode.LYING_TRANSPORT) < 0;
    return t.request().needs().posture() == Needs.Posture.WHEELCHAIR && taxi;
  }

  /** Whether the patient lies on the way. */
  public static boolean lies(Transport t) {
    Needs.Posture posture = t.request().needs().posture();
    return posture == Needs.Posture.LIES || posture == Needs.Posture.WHEELCHAIR && !rollsOn(t);
  }

  /** What a ride needs. */
  public static long needs(Transport t, boolean outside, int bariatricKg) {
    Needs n = t.request().needs();
    EnumSet<Ability> needs = EnumSet.of(valueOf(t.choice().mode().name()));
    add(needs, LEAVES_COUNTY, outside);
    add(needs, STRETCHER, lies(t));
    add(needs, WHEELCHAIR, rollsOn(t));
    // With less a patient manages with a bottle of their own.
    add(needs, OXYGEN, n.oxygenLitres() > Needs.OXYGEN_WITHOUT_CARE_MAX);
    add(needs, MONITORING, n.monitoring());
    add(needs, VENTILATOR, n.ventilator());
    add(needs, INCUBATOR, n.incubator());
    Integer kilograms = n.weightKg();
    add(needs, BARIATRIC, kilograms != null && kilograms > bariatricKg);
    Care care = n.careNeeded();
    add(needs, ATTENDANT, care == Care.LIGHT || t.choice().mode() == Mode.LIGHT_CARE_AMBULANCE);
    add(needs, NURSE, care == Care.SKILLED || t.choice().mode() == Mode.TRANSPORT_AMBULANCE);
    add(needs, SPECIALIST_NURSE, t.choice().mode() == Mode.AMBULANCE);
    add(needs, DOCTOR, care == Care.INTENSIVE || t.choice().mode() == Mode.DOCTOR_AMBULANCE);
    return bits(needs);
  }

  private static void add(Set<Ability> needs, Ability ability, boolean needed) {
    if (needed) {
      needs.add(ability);
    }
  }

  /** What a unit with its crew has. */
  public static long offers(
      Collection<Capability> capabilities, Set<Competence> crew, PlanRules.Kind kind) {
    EnumSet<Ability> has = EnumSet.noneOf(Ability.class);
    kind.modes().forEach(mode -> has.add(valueOf(mode.name())));
    add(has, LEAVES_COUNTY, !kind.staysInCounty());
    capabilities.forEach(c -> addCapability(has, c));
    crew.forEach(competence -> addCrew(has, competence));
    return bits(has);
  }

  private static void addCapability(Set<Ability> has, Capability capability) {
    switch (capability) {
      case STRETCHER -> has.add(STRETCHER);
      case WHEELCHAIR -> has.add(WHEELCHAIR);
      case OXYGEN -> has.add(OXYGEN);
      case MONITORING -> has.add(MONITORING);
      case VENTILATOR -> has.add(VENTILATOR);
      case INCUBATOR -> has.add(INCUBATOR);
      case BARIATRIC -> has.add(BARIATRIC);
      // No planned ride asks for these.
      case ALS, DOCTOR, WINCH, SNOW, ISOLATION, PSYCHIATRY -> {}
    }
  }

  /** Whoever is trained for more does what asks for less. */
  private static void addCrew(Set<Ability> has, Competence competence) {
    switch (competence) {
      case DOCTOR -> has.addAll(EnumSet.of(DOCTOR, NURSE, ATTENDANT));
      case SPECIALIST_NURSE -> has.addAll(EnumSet.of(SPECIALIST_NURSE, NURSE, ATTENDANT));
      case NURSE -> has.addAll(EnumSet.of(NURSE, ATTENDANT));
      case ATTENDANT, PARAMEDIC -> has.add(ATTENDANT);
      case PILOT, RESCUER, DRIVER -> {}
    }
  }
}
