package se.dirigent.server.transport;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Role;

/**
 * Which orders of a region somebody sees.
 *
 * @param careUnit whose orders alone, those it ordered, lets go or receives; null for all
 * @param flights whether only those that a flight is asked for
 * @param words all of which an order must hold, in small letters; none for all orders
 */
record Sight(@Nullable String careUnit, boolean flights, List<String> words) {
  /** Nobody looks for more words at a time; what follows is not looked for. */
  private static final int WORDS_MAX = 8;

  Sight {
    words = List.copyOf(words);
  }

  /** All orders. */
  static final Sight ALL = new Sight(null, false, List.of());

  /** What the actor sees in the region. */
  static Sight of(Actor actor, RegionCode region) {
    if (all(actor, region)) {
      return ALL;
    }
    return actor.is(Role.WARD_NURSE, region)
        ? new Sight(actor.careUnit(), false, List.of())
        : new Sight(null, true, List.of());
  }

  /** Of those only the ones that hold each of the words of a text. */
  Sight with(String text) {
    List<String> all =
        text.toLowerCase(Locale.ROOT).strip().isEmpty()
            ? List.of()
            : List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return new Sight(careUnit, flights, all.subList(0, Math.min(WORDS_MAX, all.size())));
  }

  /** Whether the actor acts for every ward. */
  static boolean all(Actor actor, RegionCode region) {
    return actor.is(Role.INNER_COMMAND, region)
        || actor.is(Role.DISPATCHER, region)
        || actor.is(Role.INTEGRATION, region);
  }
}
