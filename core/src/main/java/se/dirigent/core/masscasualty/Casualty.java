package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
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
 * Whatever was said keeps when it was found, when it was told and by whom; the newest finding of a
 * thing holds, whichever was told last, and what was withdrawn stays to be read.
 *
 * @param history every category it has been given, by when it was found
 * @param stated everything else that was said of it, by when it was found
 * @param identities who it has been taken for, the first first
 * @param category the one that holds, or null when nobody has looked at it
 * @param about what the statements amount to
 * @param patient a reference once somebody knows who it is; who stands elsewhere
 * @param destination where a person has decided that it goes, or null
 * @param vehicle unit or other vehicle that took it; empty until then
 * @param facility the hospital it has come to; empty until then
 * @param ward of that hospital; empty until it has a bed
 * @param mergedInto the casualty who is the same person, or null
 * @param merged tags that turned out to be this person's too
 * @param sameTag others whose card has the same number: of one who was given a card that somebody
 *     already wore, and of that somebody
 */
public record Casualty(
    CasualtyId id,
    RegionCode region,
    List<Categorised> history,
    List<Stated> stated,
    List<Identified> identities,
    @Nullable Category category,
    About about,
    @Nullable PatientId patient,
    @Nullable Sent destination,
    Stage stage,
    CasualtyTimes times,
    String vehicle,
    String facility,
    String ward,
    @Nullable CasualtyId mergedInto,
    List<Merged> merged,
    List<CasualtyId> sameTag,
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

  /** Why something said is no longer held for true. */
  public record Withdrawn(Instant at, String by, String reason) {}

  /**
   * A category, who gave it and when.
   *
   * @param tag the tag that was worn
   * @param at when it was found
   * @param toldAt when the service was told, by its own clock
   * @param withdrawn null while it is held for true
   */
  public record Categorised(
      CasualtyId tag,
      Instant at,
      Instant toldAt,
      String by,
      Verdict verdict,
      @Nullable Withdrawn withdrawn) {}

  /** A fact, who said it and when; as {@link Categorised}. */
  public record Stated(CasualtyId tag, Instant at, Instant toldAt, String by, Fact fact) {}

  /**
   * Who it is, by whom and when.
   *
   * @param reserve whether it is a reserve number only: then nobody knows yet who it is
   * @param withdrawn null while it is held for true
   */
  public record Identified(
      CasualtyId tag,
      Instant at,
      String by,
      PatientId patient,
      boolean reserve,
      @Nullable Withdrawn withdrawn) {}

  /**
   * One thing that is said beside the category. Each stands alone, so that whoever says one thing
   * unsays no other.
   *
   * @param value of {@code PLACE} and {@code FAMILY} a text, empty for none; of {@code CHILD}
   *     {@code true} or {@code false}; of {@code NEED} and {@code NO_NEED} a {@link Specialty}; of
   *     {@code DECONTAMINATION} a {@link Decontamination}
   */
  public record Fact(Kind kind, String value) {
    /** What is told of. */
    public enum Kind {
      PLACE,
      CHILD,
      NEED,
      NO_NEED,
      DECONTAMINATION,
      FAMILY
    }

    private static final int PLACE_MAX = 120;
    private static final int FAMILY_MAX = 40;

    /**
     * Checks the value.
     *
     * @throws Refused {@code casualty.fact}, or of {@link Texts}
     */
    public Fact {
      Objects.requireNonNull(kind, "kind");
      switch (kind) {
        case PLACE -> value = Texts.optional("value", value, PLACE_MAX);
        // People write a family's word as they like: one word is one family.
        case FAMILY -> value = Texts.optional("value", value, FAMILY_MAX).toUpperCase(Locale.ROOT);
        case CHILD -> require(value.equals("true") || value.equals("false"), kind, value);
        case NEED, NO_NEED -> require(isOf(Specialty.class, value), kind, value);
        case DECONTAMINATION -> require(isOf(Decontamination.class, value), kind, value);
      }
    }

    private static <E extends Enum<E>> boolean isOf(Class<E> type, String value) {
      return EnumSet.allOf(type).stream().anyMatch(one -> one.name().equals(value));
    }

    private static void require(boolean possible, Kind kind, String value) {
      if (!possible) {
        throw new Refused("casualty.fact", "value", Map.of("kind", kind.name(), "value", value));
      }
    }
  }

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
      Objects.requireNonNull(decontamination, "decontamination");
      Set<Specialty> copy = EnumSet.noneOf(Specialty.class);
      copy.addAll(needs);
      needs = Collections.unmodifiableSet(copy);
    }

    /** Nothing known. */
    public static About unknown() {
      return new About("", false, Set.of(), Decontamination.NOT_NEEDED, "");
    }

    /** What it says as facts, one for each thing that is known. */
    public List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      if (!place.isBlank()) {
        facts.add(new Fact(Fact.Kind.PLACE, place));
      }
      if (child) {
        facts.add(new Fact(Fact.Kind.CHILD, "true"));
      }
      needs.forEach(need -> facts.add(new Fact(Fact.Kind.NEED, need.name())));
      if (decontamination != Decontamination.NOT_NEEDED) {
        facts.add(new Fact(Fact.Kind.DECONTAMINATION, decontamination.name()));
      }
      if (!family.isBlank()) {
        facts.add(new Fact(Fact.Kind.FAMILY, family));
      }
      return facts;
    }

    /** What statements amount to: of each thing what was found last. */
    static About of(List<Stated> stated) {
      About about = unknown();
      for (Stated one : stated.stream().sorted(Comparator.comparing(Stated::at)).toList()) {
        about = about.with(one.fact());
      }
      return about;
    }

    /** The same with one thing said. */
    About with(Fact fact) {
      String value = fact.value();
      return switch (fact.kind()) {
        case PLACE -> new About(value, child, needs, decontamination, family);
        case CHILD -> new About(place, Boolean.parseBoolean(value), needs, decontamination, family);
        case NEED, NO_NEED -> {
          Set<Specialty> next = EnumSet.noneOf(Specialty.class);
          next.addAll(needs);
          if (fact.kind() == Fact.Kind.NEED) {
            next.add(Specialty.valueOf(value));
          } else {
            next.remove(Specialty.valueOf(value));
          }
          yield new About(place, child, next, decontamination, family);
        }
        case DECONTAMINATION ->
            new About(place, child, needs, Decontamination.valueOf(value), family);
        case FAMILY -> new About(place, child, needs, decontamination, value);
      };
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

  /** How far it has come, and by what. */
  public record Journey(
      @Nullable Sent destination,
      Stage stage,
      CasualtyTimes times,
      String vehicle,
      String facility,
      String ward) {}

  /**
   * Another tag of the person.
   *
   * @param with tags that had already turned out to be of the one who wore it
   * @param before the journey that was known before the other's was taken over; null when it was
   *     not
   * @param after the journey that was taken over; null when it was not
   */
  public record Merged(
      CasualtyId tag,
      List<CasualtyId> with,
      Instant at,
      String by,
      @Nullable Journey before,
      @Nullable Journey after) {
    public Merged {
      with = List.copyOf(with);
    }

    /** The same, taken over from another journey. */
    Merged from(Journey earlier) {
      return new Merged(tag, with, at, by, earlier, after);
    }

    boolean covers(CasualtyId other) {
      return tag.equals(other) || with.contains(other);
    }
  }

  public Casualty {
    history = List.copyOf(history);
    stated = List.copyOf(stated);
    identities = List.copyOf(identities);
    merged = List.copyOf(merged);
    sameTag = List.copyOf(sameTag);
  }

  Journey journey() {
    return new Journey(destination, stage, times, vehicle, facility, ward);
  }

  /** Whether somebody knows who it is, by more than a reserve number. */
  boolean known() {
    return identities.stream().anyMatch(i -> i.withdrawn() == null && !i.reserve());
  }

  /** Every tag of the person beside its own. */
  public List<CasualtyId> otherTags() {
    List<CasualtyId> tags = new ArrayList<>();
    for (Merged one : merged) {
      tags.add(one.tag());
      tags.addAll(one.with());
    }
    return tags;
  }

  /** Whether it stands for a person; else it is another tag of one. */
  public boolean isPerson() {
    return mergedInto == null;
  }

  /** What it takes of a distribution key, or null when nothing: nowhere to go, or no category. */
  public @Nullable Placed placed() {
    Sent to = destination;
    Category category = this.category;
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
