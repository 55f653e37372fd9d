package se.dirigent.core.transport.mode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Escort;
import se.dirigent.core.transport.mode.Needs.Infection;
import se.dirigent.core.transport.mode.Needs.Posture;

/**
 * What must be so. Each part that is not null must hold; a condition of nulls always holds. A list
 * holds when it has the value; a least or most value holds when it is reached.
 *
 * @param care of the care needed, not merely asked for
 * @param oxygenMax litres a minute
 * @param weightKgMin an unknown weight is below it
 * @param weightKgMax an unknown weight is below it
 * @param roadMinutesMin without a road it holds
 * @param roadMinutesMax without a road it does not hold
 */
public record Condition(
    @Nullable List<Posture> posture,
    @Nullable List<Care> care,
    @Nullable List<Infection> infection,
    @Nullable List<Escort> escort,
    @Nullable List<Urgency> urgency,
    @Nullable Boolean outside,
    @Nullable Boolean home,
    @Nullable Boolean stairs,
    @Nullable Boolean ventilator,
    @Nullable Boolean incubator,
    @Nullable Boolean alone,
    @Nullable Boolean aggression,
    @Nullable Integer oxygenMax,
    @Nullable Integer companionsMax,
    @Nullable Integer weightKgMin,
    @Nullable Integer weightKgMax,
    @Nullable Integer roadMinutesMin,
    @Nullable Integer roadMinutesMax) {
  /** Lists that cannot be changed under way. */
  public Condition {
    posture = copy(posture);
    care = copy(care);
    infection = copy(infection);
    escort = copy(escort);
    urgency = copy(urgency);
  }

  /** The condition that always holds. */
  public static Condition always() {
    return new Condition(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }

  private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
    return list == null ? null : List.copyOf(list);
  }

  /** Whether it holds. */
  public boolean holds(Facts facts) {
    Needs n = facts.needs();
    int weight = n.weightKg() == null ? 0 : n.weightKg();
    int road = facts.ways().roadMinutes() == null ? Integer.MAX_VALUE : facts.ways().roadMinutes();
    return in(posture, n.posture())
        && in(care, n.careNeeded())
        && in(infection, n.infection())
        && in(escort, n.escort())
        && in(urgency, facts.urgency())
        && is(outside, facts.outside())
        && is(home, facts.home())
        && is(stairs, n.stairs())
        && is(ventilator, n.ventilator())
        && is(incubator, n.incubator())
        && is(alone, n.alone())
        && is(aggression, !n.aggression().isEmpty())
        && atMost(oxygenMax, n.oxygenLitres())
        && atMost(companionsMax, n.companions())
        && atLeast(weightKgMin, weight)
        && atMost(weightKgMax, weight)
        && atLeast(roadMinutesMin, road)
        && atMost(roadMinutesMax, road);
  }

  private static <T> boolean in(@Nullable List<T> list, T value) {
    return list == null || list.contains(value);
  }

  private static boolean is(@Nullable Boolean wanted, boolean value) {
    return wanted == null || wanted == value;
  }

  private static boolean atLeast(@Nullable Integer least, int value) {
    return least == null || value >= least;
  }

  private static boolean atMost(@Nullable Integer most, int value) {
    return most == null || value <= most;
  }
}
