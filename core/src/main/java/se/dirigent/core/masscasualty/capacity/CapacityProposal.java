package se.dirigent.core.masscasualty.capacity;

import java.util.List;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * A figure worked out from what a hospital has, for the hospital to look at; what it documents
 * itself is never replaced by it.
 *
 * @param method how it was worked out
 * @param categories of whom together
 * @param persons how many, rounded down
 * @param per an hour, or at once
 * @param hours for how long; 0 when the method does not say
 * @param source where the method was published
 */
public record CapacityProposal(
    Method method, List<Category> categories, int persons, Per per, int hours, String source) {
  private static final List<Category> SEVERE_AND_MODERATE =
      List.of(Category.IMMEDIATE, Category.DELAYED);

  /** Share of the beds that de Boer takes an hour. */
  private static final int DE_BOER_PERCENT = 3;

  private static final int DE_BOER_HOURS = 8;

  /** Ten times the hours that a casualty is in the emergency department, by Bayram and Zuabi. */
  private static final int EMERGENCY_TENTHS = 25;

  /** Doctors who are bound by one severely injured, by Takahashi. */
  private static final int DOCTORS_EACH = 2;

  /** The methods. */
  public enum Method {
    DE_BOER,
    HACSC,
    TAKAHASHI
  }

  /** In what time. */
  public enum Per {
    HOUR,
    AT_ONCE
  }

  public CapacityProposal {
    categories = List.copyOf(categories);
  }

  /**
   * What each method proposes. De Boer: severely and moderately injured an hour are 3 % of the
   * beds, for 8 hours. HACSC, hospital acute care surge capacity: the same an hour are the
   * emergency beds by 2.5 hours. Takahashi: severely injured at once are the least of half the
   * doctors, ventilators, beds (those of the emergency department, as we read it) and monitors.
   */
  public static List<CapacityProposal> of(Resources has) {
    int takahashi =
        Math.min(
            Math.min(has.doctors() / DOCTORS_EACH, has.ventilators()),
            Math.min(has.emergencyBeds(), has.monitors()));
    return List.of(
        new CapacityProposal(
            Method.DE_BOER,
            SEVERE_AND_MODERATE,
            has.beds() * DE_BOER_PERCENT / 100,
            Per.HOUR,
            DE_BOER_HOURS,
            "de Boer J. Order in chaos: modelling medical management in disasters. Eur J Emerg Med"
                + " 1999;6:141–148"),
        new CapacityProposal(
            Method.HACSC,
            SEVERE_AND_MODERATE,
            has.emergencyBeds() * 10 / EMERGENCY_TENTHS,
            Per.HOUR,
            0,
            "Bayram JD, Zuabi S. Disaster metrics: quantification of acute medical disasters in"
                + " trauma-related multiple casualty events. Prehosp Disaster Med 2012;27:130–135"),
        new CapacityProposal(
            Method.TAKAHASHI,
            List.of(Category.IMMEDIATE),
            takahashi,
            Per.AT_ONCE,
            0,
            "Takahashi et al., as told in Park SJ et al. Surge capacity and mass casualty incidents"
                + " preparedness. J Korean Med Sci 2021;36:e210"));
  }
}
