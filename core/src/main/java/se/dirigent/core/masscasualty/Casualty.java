package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Verdict;

/**
 * One person at a major incident, known by a tag until somebody knows who it is. A tag is never
 * taken away: one that turns out to be another's says whose, and keeps all that was done under it.
 *
 * @param history every category it has been given, the first first
 * @param about what is known beside the category
 * @param patient a reference once somebody knows who it is; who stands elsewhere
 * @param destination where a person has decided that it goes, or null
 * @param vehicle unit or other vehicle that took it; empty until then
 * @param facility the hospital it has come to; empty until then
 * @param ward of that hospital; empty until it has a bed
 * @param mergedInto the casualty who is the same person, or null
 * @param merged tags that turned out to be this person's too
 */
public record Casualty(
    CasualtyId id,
    RegionCode region,
    List<Categorised> history,
    About about,
    @Nullable PatientId patient,
    @Nullable Sent destination,
    Stage stage,
    CasualtyTimes times,
    String vehicle,
    String facility,
    String ward,
    @Nullable CasualtyId mergedInto,
    List<CasualtyId> merged,
    int version) {
  /** How far it has come. */
  public enum Stage {
    AT_SCENE,
    /** On its way in a vehicle. */
    DEPARTED,
    /** At a hospital. */
    ARRIVED,
    /** In a bed of a ward there. */
    ADMITTED,
    /** Let go, or dead and taken care of. */
    SETTLED;

    /** Whether anything is still to come before it is in a hospital or let go. */
    public boolean unsettled() {
      return this == AT_SCENE || this == DEPARTED;
    }
  }

  /** Whether it must be made clean before it may travel. */
  public enum Decontamination {
    NOT_NEEDED,
    NEEDED,
    DONE
  }

  /** A category, who gave it and when. */
  public record Categorised(Instant at, String by, Verdict verdict) {}

  /**
   * What is known beside the category.
   *
   * @param place sector or other place where it is; may be empty
   * @param child whether it is a child, whom another tree is for
   * @param needs specialties without which it is no help to come to a hospital
   * @param family whom it should stay together with, by a word of their own; may be empty
   */
  public record About(
      String place,
      boolean child,
      Set<Specialty> needs,
      Decontamination decontamination,
      String family) {
    public About {
      place = Texts.optional("place", place, 120);
      family = Texts.optional("family", family, 40);
      Objects.requireNonNull(decontamination, "decontamination");
      Set<Specialty> copy = EnumSet.noneOf(Specialty.class);
      copy.addAll(needs);
      needs = Collections.unmodifiableSet(copy);
    }

    /** Nothing known. */
    public static About unknown() {
      return new About("", false, Set.of(), Decontamination.NOT_NEEDED, "");
    }
  }

  /**
   * Where it goes.
   *
   * @param proposed what was proposed, empty when nothing was; when it is another, the reason says
   *     why
   */
  public record Sent(String facility, String proposed, String reason, String by, Instant at) {}

  /** When it came how far; null until then. */
  public record CasualtyTimes(
      Instant registeredAt,
      @Nullable Instant departedAt,
      @Nullable Instant arrivedAt,
      @Nullable Instant admittedAt,
      @Nullable Instant settledAt) {}

  public Casualty {
    history = List.copyOf(history);
    merged = List.copyOf(merged);
  }

  /** The category it has now, or null when nobody has looked at it. */
  public @Nullable Category category() {
    return history.isEmpty() ? null : history.getLast().verdict().category();
  }

  /** Whether it stands for a person; else it is another tag of one. */
  public boolean isPerson() {
    return mergedInto == null;
  }

  /** What it takes of a distribution key, or null when nothing: nowhere to go, or no category. */
  @Nullable Placed placed() {
    Category category = category();
    Sent to = destination;
    if (!isPerson() || category == null || stage == Stage.SETTLED && facility.isEmpty()) {
      return null;
    }
    if (!facility.isEmpty()) {
      Instant at = to != null && to.facility().equals(facility) ? to.at() : times.arrivedAt();
      return new Placed(facility, category, about.needs(), Objects.requireNonNull(at));
    }
    return to == null ? null : new Placed(to.facility(), category, about.needs(), to.at());
  }
}
