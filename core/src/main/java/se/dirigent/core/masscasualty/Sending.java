package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.Casualty.Sent;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.Draw;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.KeyInUse;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Whether a hospital may be decided for a casualty. The decision itself takes the room, and is held
 * against what is so when it is taken, not against what the sender saw: of two who send the last
 * place at once, one is told. What was planned is proposed in place of the key's next, and takes of
 * the same rooms.
 */
public final class Sending {
  private Sending() {}

  /**
   * Checks a decision.
   *
   * @param x as it is
   * @param others what hospitals have left when this casualty is not reckoned with
   * @param key in use, or null
   * @param nameOf what people call a hospital
   * @return the same, with what is proposed now in place of what the sender saw
   * @throws Refused {@code casualty.closed}, {@code casualty.full} or {@code casualty.specialty}
   *     unless it is said to be beyond that, or {@code casualty.deviates} when another is proposed
   *     and no reason given
   */
  public static Send checked(
      Send c,
      Casualty x,
      Rooms others,
      @Nullable DistributionKey key,
      Instant now,
      UnaryOperator<String> nameOf) {
    Category category = x.category();
    Sent before = x.destination();
    boolean same = before != null && before.facility().equals(c.facility());
    if (same || category == Category.DEAD) {
      return c;
    }
    Draw draw = category == null || key == null ? null : draw(x, category, others, key, now);
    String next = draw == null ? "" : Objects.requireNonNullElse(draw.facility(), "");
    String proposed = c.planned() ? c.proposed() : next;
    if (!c.beyond()) {
      requireRoom(c, x, others, key, now, nameOf, proposed);
    }
    if (!proposed.isEmpty() && !proposed.equals(c.facility()) && c.reason().isEmpty()) {
      throw Refused.state(
          "casualty.deviates",
          "reason",
          Map.of(
              "tag", x.id().tag(),
              "hospital", nameOf.apply(c.facility()),
              "proposed", nameOf.apply(proposed)));
    }
    return new Send(c.casualty(), c.facility(), proposed, c.reason(), c.beyond(), c.planned());
  }

  private static Draw draw(
      Casualty x, Category category, Rooms others, DistributionKey key, Instant now) {
    return new KeyInUse(key, others).next(category, x.about().needs(), now);
  }

  private static void requireRoom(
      Send c,
      Casualty x,
      Rooms others,
      @Nullable DistributionKey key,
      Instant now,
      UnaryOperator<String> nameOf,
      String proposed) {
    String facility = c.facility();
    Category category = x.category();
    Against against = against(x, facility, others, key, now);
    if (against == null) {
      return;
    }
    String code =
        switch (against) {
          case CLOSED -> "casualty.closed";
          case FULL -> "casualty.full";
          case SPECIALTY -> "casualty.specialty";
          case UNKNOWN, AHEAD -> throw new IllegalStateException("speaks against nothing");
        };
    Integer left = category == null ? null : others.left(facility, category, now);
    throw Refused.state(
        code,
        "facility",
        Map.of(
            "tag",
            x.id().tag(),
            "hospital",
            nameOf.apply(facility),
            "left",
            left == null ? "0" : "" + Math.max(0, left),
            "instead",
            proposed.isEmpty() ? "–" : nameOf.apply(proposed)));
  }

  private static @Nullable Against against(
      Casualty x, String facility, Rooms others, @Nullable DistributionKey key, Instant now) {
    Category category = x.category();
    if (category == null) {
      return others.closed(facility) ? Against.CLOSED : null;
    }
    Set<Specialty> needs = x.about().needs();
    if (key != null) {
      return new KeyInUse(key, others).against(facility, category, needs, now);
    }
    // Without a key nothing is known of who has a specialty but what hospitals say themselves.
    return others.against(facility, category, Set.of(), Rooms.Limits.NONE, now);
  }
}
