package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.masscasualty.Casualty.Decontamination;
import se.dirigent.core.masscasualty.Casualty.Merged;
import se.dirigent.core.masscasualty.Casualty.Sent;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Correct;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Describe;
import se.dirigent.core.masscasualty.CasualtyCommand.Identify;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.Reopen;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.CasualtyCommand.Split;
import se.dirigent.core.masscasualty.CasualtyCommand.WhenTaken;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyAdmitted;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyArrived;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyCameBack;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyCategorised;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyCorrected;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyDeparted;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyDescribed;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyIdentified;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyMerged;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyRegistered;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyReopened;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtySettled;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtySplit;
import se.dirigent.core.masscasualty.CasualtyEvent.CasualtyTookOver;
import se.dirigent.core.masscasualty.CasualtyEvent.DestinationDecided;
import se.dirigent.core.masscasualty.CasualtyEvent.TagUsedTwice;
import se.dirigent.core.masscasualty.sieve.Category;

/** The rules of casualties: which command leads to which events. */
public final class Casualties {
  /** A person is sieved a few times and sorted now and then; more is a program gone wrong. */
  static final int HISTORY_MAX = 200;

  private Casualties() {}

  /**
   * What else is so, that a command on a casualty depends on.
   *
   * @param other the other casualty of a {@link Merge} or a {@link Split}, or null when there is
   *     none of that tag; not looked at otherwise
   * @param began when the major incident began: nothing of it was found before
   */
  public record Around(@Nullable Casualty other, Instant began) {}

  /**
   * Decides a command.
   *
   * @param before as it is, or null when nobody wears the tag; of a tag that turned out to be
   *     another's, that other, but for a registration
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<CasualtyEvent> decide(
      @Nullable Casualty before, CasualtyCommand command, Around around, Stamp stamp) {
    if (command instanceof Register c) {
      return register(before, c, around, stamp);
    }
    Casualty x = person(before, command.casualty());
    return switch (command) {
      case Register c -> register(x, c, around, stamp);
      case Categorise c -> categorise(x, c, around, stamp);
      case Describe c -> describe(x, c, around, stamp);
      case Identify c -> identify(x, c);
      case Send c -> send(x, c);
      case Depart c -> depart(x, c, stamp);
      case Arrive c -> arrive(x, c, stamp);
      case Admit c -> admit(x, c);
      case Settle c -> settle(x, c);
      case Merge c -> merge(x, c, around.other());
      case Split c -> split(x, c, around.other());
      case Correct c -> correct(x, c);
      case Reopen c -> reopen(x, c);
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

  /** A card that is already worn is never taken for the same person: two are marked instead. */
  private static List<CasualtyEvent> register(
      @Nullable Casualty before, Register c, Around around, Stamp stamp) {
    List<CasualtyEvent> events = new ArrayList<>();
    CasualtyId id = c.casualty();
    if (before != null) {
      int place = before.sameTag().size() + 2;
      if (c.whenTaken() == WhenTaken.REFUSE || place > CasualtyId.SAME_TAG_MAX) {
        throw Refused.state("casualty.exists", "tag", Map.of("tag", id.tag()));
      }
      id = id.same(place);
      events.add(new TagUsedTwice(before.id(), id));
    }
    Instant at = found(c.at(), around, stamp);
    events.add(new CasualtyRegistered(id, c.region(), c.about().facts(), at));
    if (c.verdict() != null) {
      events.add(new CasualtyCategorised(id, c.verdict(), at));
    }
    return events;
  }

  /**
   * When something was found, as a clock at the place says: never later than now and never before
   * the event began. A finding is not refused for a clock that is wrong; the time at which it was
   * told stands beside.
   */
  private static Instant found(@Nullable Instant told, Around around, Stamp stamp) {
    Instant at = told == null || told.isAfter(stamp.at()) ? stamp.at() : told;
    Instant earliest = around.began().isAfter(stamp.at()) ? stamp.at() : around.began();
    return at.isBefore(earliest) ? earliest : at;
  }

  private static List<CasualtyEvent> categorise(
      Casualty x, Categorise c, Around around, Stamp stamp) {
    requireRoom(x.history().size());
    return List.of(new CasualtyCategorised(x.id(), c.verdict(), found(c.at(), around, stamp)));
  }

  private static List<CasualtyEvent> describe(Casualty x, Describe c, Around around, Stamp stamp) {
    requireRoom(x.stated().size());
    return List.of(new CasualtyDescribed(x.id(), c.fact(), found(c.at(), around, stamp)));
  }

  private static void requireRoom(int said) {
    if (said >= HISTORY_MAX) {
      throw Refused.state("casualty.history", "tag", Map.of("max", "" + HISTORY_MAX));
    }
  }

  /** A reserve number says only that nobody knows yet: who it is may follow, never another. */
  private static List<CasualtyEvent> identify(Casualty x, Identify c) {
    if (c.patient().equals(x.patient())) {
      return List.of();
    }
    if (x.known()) {
      throw Refused.state("casualty.identified", "tag", Map.of("tag", x.id().tag()));
    }
    requireRoom(x.identities().size());
    return List.of(new CasualtyIdentified(x.id(), c.patient(), c.reserve()));
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

  /**
   * Two who are in two hospitals, or are known to be two, are not one. Two reserve numbers may be:
   * nobody knew who either was.
   */
  private static List<CasualtyEvent> merge(Casualty x, Merge c, @Nullable Casualty into) {
    Casualty other = person(into, c.into());
    boolean twoPatients =
        x.known() && other.known() && !Objects.equals(x.patient(), other.patient());
    boolean twoPlaces =
        !x.facility().isEmpty()
            && !other.facility().isEmpty()
            && !x.facility().equals(other.facility());
    boolean here = x.id().majorIncident().equals(other.id().majorIncident());
    boolean tooMuch =
        x.history().size() + other.history().size() > HISTORY_MAX
            || x.stated().size() + other.stated().size() > HISTORY_MAX;
    if (x.id().equals(other.id()) || twoPatients || twoPlaces || !here || tooMuch) {
      throw Refused.state(
          "casualty.two", "into", Map.of("tag", x.id().tag(), "into", other.id().tag()));
    }
    return List.of(new CasualtyMerged(x.id(), other.id()), new CasualtyTookOver(other.id(), x));
  }

  private static List<CasualtyEvent> split(Casualty x, Split c, @Nullable Casualty other) {
    Merged was =
        x.merged().stream().filter(one -> one.tag().equals(c.apart())).findAny().orElse(null);
    if (was == null || other == null) {
      throw Refused.state(
          "casualty.notMerged", "apart", Map.of("tag", c.apart().tag(), "of", x.id().tag()));
    }
    return List.of(
        new CasualtySplit(x.id(), other.id(), c.reason()),
        new CasualtyCameBack(
            other.id(),
            x.id(),
            x.history().stream().filter(one -> was.covers(one.tag())).toList(),
            x.stated().stream().filter(one -> was.covers(one.tag())).toList(),
            x.identities().stream().filter(one -> was.covers(one.tag())).toList()));
  }

  private static List<CasualtyEvent> correct(Casualty x, Correct c) {
    boolean something =
        switch (c.mistake()) {
          case CATEGORY -> x.category() != null;
          case IDENTITY -> x.patient() != null;
        };
    if (!something) {
      throw Refused.state("casualty.nothing", "mistake", Map.of("tag", x.id().tag()));
    }
    return List.of(new CasualtyCorrected(x.id(), c.mistake(), c.reason()));
  }

  /** One step back, to where it was before. */
  private static List<CasualtyEvent> reopen(Casualty x, Reopen c) {
    Stage left = x.times().departedAt() == null ? Stage.AT_SCENE : Stage.DEPARTED;
    Stage back =
        switch (x.stage()) {
          case AT_SCENE ->
              throw Refused.state("casualty.nothing", "tag", Map.of("tag", x.id().tag()));
          case DEPARTED -> Stage.AT_SCENE;
          case ARRIVED -> left;
          case ADMITTED -> Stage.ARRIVED;
          case SETTLED ->
              x.facility().isEmpty() ? left : x.ward().isEmpty() ? Stage.ARRIVED : Stage.ADMITTED;
        };
    return List.of(new CasualtyReopened(x.id(), back, c.reason()));
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
