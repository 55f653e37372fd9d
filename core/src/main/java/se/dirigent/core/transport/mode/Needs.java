package se.dirigent.core.transport.mode;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * What the patient needs on the way.
 *
 * @param posture how the patient travels
 * @param stairs whether the patient must be carried on stairs
 * @param care the care asked for; what else is asked for may mean more, see {@link #careNeeded}
 * @param oxygenLitres oxygen in litres a minute, 0 for none
 * @param monitoring of heart or breathing
 * @param drugs given on the way
 * @param drips running on the way
 * @param weightKg in kilograms, or null when it does not matter
 * @param infection how it spreads
 * @param alone whether nobody else may ride along, own room or direct trip
 * @param companions relatives who come along, 0–3
 * @param escort who comes along from the ward
 * @param aggression what the crew must know of threat or aggression; empty for nothing
 */
public record Needs(
    Posture posture,
    boolean stairs,
    Care care,
    int oxygenLitres,
    boolean monitoring,
    boolean drugs,
    boolean drips,
    boolean ventilator,
    boolean incubator,
    @Nullable Integer weightKg,
    Infection infection,
    boolean alone,
    int companions,
    Escort escort,
    String aggression) {
  /** Up to this much oxygen a patient without other needs manages, in litres a minute [p]. */
  public static final int OXYGEN_WITHOUT_CARE_MAX = 5;

  /** More than any flow meter on board gives, in litres a minute. */
  private static final int OXYGEN_MAX = 60;

  /** Heaviest person a scale has seen is 635 kg. */
  private static final int WEIGHT_KG_MAX = 650;

  /** Nobody heavier lies in an incubator. */
  private static final int INCUBATOR_KG_MAX = 10;

  private static final int COMPANIONS_MAX = 3;

  /** How the patient travels. */
  public enum Posture {
    SITS,
    WHEELCHAIR,
    LIES
  }

  /** How much care, from none to the most. */
  public enum Care {
    NONE,
    /** Somebody looks to the patient. */
    LIGHT,
    /** A nurse monitors or treats. */
    SKILLED,
    /** Intensive care. */
    INTENSIVE
  }

  /** How an infection spreads. */
  public enum Infection {
    NONE,
    CONTACT,
    DROPLET,
    AIRBORNE
  }

  /** Who comes along from the ward. */
  public enum Escort {
    NONE,
    NURSE,
    DOCTOR
  }

  /**
   * Checks each value, and those that cannot be together.
   *
   * @throws Refused {@code transport.oxygen}, {@code .weight}, {@code .companions} or {@code
   *     .incubatorWeight}
   */
  public Needs {
    Objects.requireNonNull(posture, "posture");
    Objects.requireNonNull(care, "care");
    Objects.requireNonNull(infection, "infection");
    Objects.requireNonNull(escort, "escort");
    aggression = Texts.optional("aggression", aggression, 300);
    if (oxygenLitres < 0 || oxygenLitres > OXYGEN_MAX) {
      throw new Refused(
          "transport.oxygen",
          "oxygenLitres",
          Map.of("value", "" + oxygenLitres, "max", "" + OXYGEN_MAX));
    }
    if (weightKg != null && (weightKg < 1 || weightKg > WEIGHT_KG_MAX)) {
      throw new Refused(
          "transport.weight",
          "weightKg",
          Map.of("value", "" + weightKg, "max", "" + WEIGHT_KG_MAX));
    }
    if (companions < 0 || companions > COMPANIONS_MAX) {
      throw new Refused(
          "transport.companions",
          "companions",
          Map.of("value", "" + companions, "max", "" + COMPANIONS_MAX));
    }
    if (incubator && weightKg != null && weightKg > INCUBATOR_KG_MAX) {
      throw new Refused("transport.incubatorWeight", "weightKg", Map.of("value", "" + weightKg));
    }
  }

  /** A patient who sits and needs nothing. */
  public static Needs none() {
    return new Needs(
        Posture.SITS,
        false,
        Care.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        null,
        Infection.NONE,
        false,
        0,
        Escort.NONE,
        "");
  }

  /** The care asked for, or the most that anything else asked for means. */
  public Care careNeeded() {
    Care implied = Care.NONE;
    if (drips || oxygenLitres > OXYGEN_WITHOUT_CARE_MAX) {
      implied = Care.LIGHT;
    }
    if (monitoring || drugs) {
      implied = Care.SKILLED;
    }
    if (ventilator || incubator) {
      implied = Care.INTENSIVE;
    }
    return implied.compareTo(care) > 0 ? implied : care;
  }
}
