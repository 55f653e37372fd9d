package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.masscasualty.Casualty.Decontamination;
import se.dirigent.core.masscasualty.Casualty.Sent;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Describe;
import se.dirigent.core.masscasualty.CasualtyCommand.Identify;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyAdmitted;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyArrived;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyCategorised;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyDeparted;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyDescribed;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyIdentified;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyMerged;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyRegistered;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtySettled;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyTookOver;
import se.dirigent.core.masscasualty.CasualtyEvent.DestinationDecided;
import se.dirigent.core.masscasualty.sieve.Category;

/** The rules of casualties: which command leads to which events. */
public final class Casualties {
  /** A person is sieved a few times and sorted now and then; more is a program gone wrong. */
  static final int HISTORY_MAX = 200;

  private Casualties() {}

  /**
   * Decides a command.
   *
   * @param before as it is, or null when nobody wears the tag
   * @param into the other casualty of a {@link Merge}, or null when there is none of that tag; not
   *     looked at otherwise
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<CasualtyEvent> decide(
      @Nullable Casualty before, CasualtyCommand command, @Nullable Casualty into, Stamp stamp) {
    if (command instanceof Register c) {
      return register(before, c);
    }
    Casualty x = person(before, command.casualty());
    return switch (command) {
      case Register c -> register(x, c);
      case Categorise c -> categorise(x, c);
      case Describe c ->
          c.about().equals(x.about())
              ? List.of()
              : List.of(new CasualtyDescribed(x.id(), c.about()));
      case Identify c -> identify(x, c);
      case Send c -> send(x, c);
      case Depart c -> depart(x, c, stamp);
      case Arrive c -> arrive(x, c, stamp);
      case Admit c -> admit(x, c);
      case Settle c -> settle(x, c);
      case Merge c -> merge(x, c, into);
    };
  }

  private static Casualty person(@Nullable Casualty c, CasualtyId id) {
    if (c == null) {
      throw Refused.unknown("casualty.unknown", "tag", Map.of("tag", id.tag()));
    }
    CasualtyId same = c.mergedInto();
    if (same != null) {
      throw Refused.state("casualty.merged", "tag", Map.of("tag", id.tag(), "into", same.tag()));
    }
    return c;
  }

  private static List<CasualtyEvent> register(@Nullable Casualty before, Register c) {
    if (before != null) {
      throw Refused.state("casualty.exists", "tag", Map.of("tag", c.casualty().tag()));
    }
    List<CasualtyEvent> events = new ArrayList<>();
    events.add(new CasualtyRegistered(c.casualty(), c.region(), c.about()));
    if (c.verdict() != null) {
      events.add(new CasualtyCategorised(c.casualty(), c.verdict()));
    }
    return events;
  }

  private static List<CasualtyEvent> categorise(Casualty x, Categorise c) {
    if (x.history().size() >= HISTORY_MAX) {
      throw Refused.state("casualty.history", "tag", Map.of("max", "" + HISTORY_MAX));
    }
    return List.of(new CasualtyCategorised(x.id(), c.verdict()));
  }

  private static List<CasualtyEvent> identify(Casualty x, Identify c) {
    if (x.patient() != null) {
      if (x.patient().equals(c.patient())) {
        return List.of();
      }
      throw Refused.state("casualty.identified", "tag", Map.of("tag", x.id().tag()));
    }
    return List.of(new CasualtyIdentified(x.id(), c.patient()));
  }

  /** Also on the way: the hospital it was going to may have closed. */
  private static List<CasualtyEvent> send(Casualty x, Send c) {
    requireOnTheWay(x);
    if (x.category() == Category.DEAD) {
      throw Refused.state("casualty.dead", "tag", Map.of("tag", x.id().tag()));
    }
    Sent now = x.destination();
    if (now != null && now.facility().equals(c.facility())) {
      return List.of();
    }
    return List.of(new DestinationDecided(x.id(), c.facility(), c.proposed(), c.reason()));
  }

  private static List<CasualtyEvent> depart(Casualty x, Depart c, Stamp stamp) {
    requireOnTheWay(x);
    if (x.stage() == Stage.DEPARTED) {
      throw Refused.state(
          "casualty.departed", "tag", Map.of("tag", x.id().tag(), "vehicle", x.vehicle()));
    }
    if (x.destination() == null) {
      throw Refused.state("casualty.nowhere", "tag", Map.of("tag", x.id().tag()));
    }
    if (x.about().decontamination() == Decontamination.NEEDED) {
      throw Refused.state("casualty.contaminated", "tag", Map.of("tag", x.id().tag()));
    }
    return List.of(new CasualtyDeparted(x.id(), c.vehicle(), when(x, c.at(), stamp)));
  }

  /** Also who was let go at the place, and comes to a hospital by own means after all. */
  private static List<CasualtyEvent> arrive(Casualty x, Arrive c, Stamp stamp) {
    if (!x.facility().isEmpty()) {
      requireOnTheWay(x);
    }
    return List.of(new CasualtyArrived(x.id(), c.facility(), when(x, c.at(), stamp)));
  }

  private static List<CasualtyEvent> admit(Casualty x, Admit c) {
    if (x.stage() == Stage.ADMITTED && x.ward().equals(c.ward())) {
      return List.of();
    }
    if (x.stage() != Stage.ARRIVED && x.stage() != Stage.ADMITTED) {
      throw Refused.state("casualty.notThere", "tag", Map.of("tag", x.id().tag()));
    }
    return List.of(new CasualtyAdmitted(x.id(), c.ward()));
  }

  private static List<CasualtyEvent> settle(Casualty x, Settle c) {
    if (x.stage() == Stage.SETTLED) {
      return List.of();
    }
    if (x.stage() == Stage.DEPARTED) {
      throw Refused.state(
          "casualty.departed", "tag", Map.of("tag", x.id().tag(), "vehicle", x.vehicle()));
    }
    return List.of(new CasualtySettled(x.id(), c.reason()));
  }

  /** Two who are in two hospitals, or are known to be two, are not one. */
  private static List<CasualtyEvent> merge(Casualty x, Merge c, @Nullable Casualty into) {
    Casualty other = person(into, c.into());
    boolean twoPatients =
        x.patient() != null && other.patient() != null && !x.patient().equals(other.patient());
    boolean twoPlaces =
        !x.facility().isEmpty()
            && !other.facility().isEmpty()
            && !x.facility().equals(other.facility());
    boolean here = x.id().majorIncident().equals(other.id().majorIncident());
    boolean tooMuch = x.history().size() + other.history().size() > HISTORY_MAX;
    if (x.id().equals(other.id()) || twoPatients || twoPlaces || !here || tooMuch) {
      throw Refused.state(
          "casualty.two", "into", Map.of("tag", x.id().tag(), "into", other.id().tag()));
    }
    return List.of(new CasualtyMerged(x.id(), other.id()), new CasualtyTookOver(other.id(), x));
  }

  private static void requireOnTheWay(Casualty x) {
    if (!x.stage().unsettled()) {
      throw Refused.state(
          "casualty.over", "tag", Map.of("tag", x.id().tag(), "facility", x.facility()));
    }
  }

  /** Never before the step before it, whatever another clock says. */
  private static Instant when(Casualty x, @Nullable Instant told, Stamp stamp) {
    Instant at = told == null ? stamp.at() : stamp.past("at", told);
    Instant before =
        x.times().departedAt() == null ? x.times().registeredAt() : x.times().departedAt();
    return at.isBefore(before) ? before : at;
  }

  /** The casualty after the event. */
  public static Casualty fold(@Nullable Casualty before, CasualtyEvent event, Stamp stamp) {
    return CasualtyFold.fold(before, event, stamp);
  }
}
