package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.Casualty.CasualtyTimes;
import se.dirigent.core.masscasualty.Casualty.Categorised;
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.Casualty.Identified;
import se.dirigent.core.masscasualty.Casualty.Journey;
import se.dirigent.core.masscasualty.Casualty.Merged;
import se.dirigent.core.masscasualty.Casualty.Sent;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.Casualty.Stated;
import se.dirigent.core.masscasualty.Casualty.Withdrawn;
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

/** What events make of a casualty. */
final class CasualtyFold {
  private final Casualty c;
  private final List<Categorised> history;
  private final List<Stated> stated;
  private final List<Identified> identities;
  private Journey journey;
  private @Nullable CasualtyId mergedInto;
  private final List<Merged> merged;
  private final List<CasualtyId> sameTag;

  private CasualtyFold(Casualty c) {
    this.c = c;
    history = new ArrayList<>(c.history());
    stated = new ArrayList<>(c.stated());
    identities = new ArrayList<>(c.identities());
    journey = c.journey();
    mergedInto = c.mergedInto();
    merged = new ArrayList<>(c.merged());
    sameTag = new ArrayList<>(c.sameTag());
  }

  static Casualty fold(@Nullable Casualty before, CasualtyEvent event, Stamp stamp) {
    if (event instanceof CasualtyRegistered e) {
      return registered(e, stamp);
    }
    CasualtyFold next =
        new CasualtyFold(Objects.requireNonNull(before, "event before the registration"));
    next.apply(event, stamp);
    return next.done();
  }

  private static Casualty registered(CasualtyRegistered e, Stamp stamp) {
    List<Stated> stated = new ArrayList<>();
    for (Fact fact : e.facts()) {
      stated.add(new Stated(e.casualty(), e.foundAt(), stamp.at(), stamp.by(), fact));
    }
    CasualtyId id = e.casualty();
    return new Casualty(
        id,
        e.region(),
        List.of(),
        stated,
        List.of(),
        null,
        About.of(stated),
        null,
        null,
        Stage.AT_SCENE,
        new CasualtyTimes(e.foundAt(), null, null, null, null),
        "",
        "",
        "",
        null,
        List.of(),
        id.printed() ? List.of() : List.of(id.card()),
        1);
  }

  private void apply(CasualtyEvent event, Stamp stamp) {
    CasualtyTimes t = journey.times();
    switch (event) {
      case CasualtyRegistered e -> throw new IllegalStateException("registered twice: " + e);
      case TagUsedTwice e -> sameTag.add(e.other());
      case CasualtyCategorised e ->
          history.add(
              new Categorised(c.id(), e.foundAt(), stamp.at(), stamp.by(), e.verdict(), null));
      case CasualtyDescribed e ->
          stated.add(new Stated(c.id(), e.foundAt(), stamp.at(), stamp.by(), e.fact()));
      case CasualtyIdentified e ->
          identities.add(
              new Identified(c.id(), stamp.at(), stamp.by(), e.patient(), e.reserve(), null));
      case DestinationDecided e ->
          journey =
              moved(
                  new Sent(e.facility(), e.proposed(), e.reason(), stamp.by(), stamp.at()),
                  journey.stage(),
                  t);
      case CasualtyDeparted e -> depart(e);
      case CasualtyArrived e -> arrive(e);
      case CasualtyAdmitted e -> admit(e, stamp);
      case CasualtySettled _ ->
          journey =
              moved(
                  journey.destination(),
                  Stage.SETTLED,
                  times(t.departedAt(), t.arrivedAt(), t.admittedAt(), stamp.at()));
      case CasualtyReopened e -> reopen(e.stage());
      case CasualtyCorrected e -> correct(e, new Withdrawn(stamp.at(), stamp.by(), e.reason()));
      case CasualtyMerged e -> mergedInto = e.into();
      case CasualtyTookOver e -> takeOver(e.other(), stamp);
      case CasualtySplit e -> split(e.apart());
      case CasualtyCameBack e -> comeBack(e);
    }
  }

  private Journey moved(@Nullable Sent destination, Stage stage, CasualtyTimes times) {
    return new Journey(
        destination, stage, times, journey.vehicle(), journey.facility(), journey.ward());
  }

  private CasualtyTimes times(
      @Nullable Instant departed,
      @Nullable Instant arrived,
      @Nullable Instant admitted,
      @Nullable Instant settled) {
    return new CasualtyTimes(journey.times().registeredAt(), departed, arrived, admitted, settled);
  }

  private void depart(CasualtyDeparted e) {
    CasualtyTimes left = times(e.departedAt(), null, null, null);
    journey = new Journey(journey.destination(), Stage.DEPARTED, left, e.vehicle(), "", "");
  }

  private void arrive(CasualtyArrived e) {
    CasualtyTimes there = times(journey.times().departedAt(), e.arrivedAt(), null, null);
    journey =
        new Journey(
            journey.destination(), Stage.ARRIVED, there, journey.vehicle(), e.facility(), "");
  }

  private void admit(CasualtyAdmitted e, Stamp stamp) {
    CasualtyTimes t = journey.times();
    CasualtyTimes inBed = times(t.departedAt(), t.arrivedAt(), stamp.at(), null);
    journey =
        new Journey(
            journey.destination(),
            Stage.ADMITTED,
            inBed,
            journey.vehicle(),
            journey.facility(),
            e.ward());
  }

  /** Back to a step before: what came after it is no longer so. */
  private void reopen(Stage stage) {
    CasualtyTimes t = journey.times();
    boolean left = stage != Stage.AT_SCENE;
    boolean there = stage == Stage.ARRIVED || stage == Stage.ADMITTED;
    boolean inBed = stage == Stage.ADMITTED;
    journey =
        new Journey(
            journey.destination(),
            stage,
            times(
                left ? t.departedAt() : null,
                there ? t.arrivedAt() : null,
                inBed ? t.admittedAt() : null,
                null),
            left ? journey.vehicle() : "",
            there ? journey.facility() : "",
            inBed ? journey.ward() : "");
  }

  private void correct(CasualtyCorrected e, Withdrawn withdrawn) {
    switch (e.mistake()) {
      case CATEGORY -> {
        Categorised was = Objects.requireNonNull(holding(history));
        history.set(
            history.indexOf(was),
            new Categorised(was.tag(), was.at(), was.toldAt(), was.by(), was.verdict(), withdrawn));
      }
      case IDENTITY -> {
        Identified was = Objects.requireNonNull(believed(identities));
        identities.set(
            identities.indexOf(was),
            new Identified(was.tag(), was.at(), was.by(), was.patient(), was.reserve(), withdrawn));
      }
    }
  }

  /** The category that holds: what was found last, and not withdrawn. */
  static @Nullable Categorised holding(List<Categorised> history) {
    Categorised last = null;
    for (Categorised one : history) {
      if (one.withdrawn() == null && (last == null || !one.at().isBefore(last.at()))) {
        last = one;
      }
    }
    return last;
  }

  /** Who it is taken for: the last who is known, else the last reserve number. */
  static @Nullable Identified believed(List<Identified> identities) {
    Identified last = null;
    for (Identified one : identities) {
      if (one.withdrawn() == null && (last == null || last.reserve() || !one.reserve())) {
        last = one;
      }
    }
    return last;
  }

  /** The one that had come further says where the person is; both say what was found. */
  private void takeOver(Casualty other, Stamp stamp) {
    history.addAll(other.history());
    stated.addAll(other.stated());
    identities.addAll(other.identities());
    Journey mine = journey;
    Journey others = other.journey();
    if (further(others, mine)) {
      journey = others.destination() == null ? withDestination(others, mine.destination()) : others;
    } else if (mine.destination() == null) {
      journey = withDestination(mine, others.destination());
    }
    boolean same = journey.equals(mine);
    merged.add(
        new Merged(
            other.id(),
            other.otherTags(),
            stamp.at(),
            stamp.by(),
            same ? null : mine,
            same ? null : journey));
  }

  private static Journey withDestination(Journey j, @Nullable Sent destination) {
    return new Journey(destination, j.stage(), j.times(), j.vehicle(), j.facility(), j.ward());
  }

  /**
   * Whether a journey goes before another of the same person. A bed goes before everything, and a
   * hospital before a vehicle, unless the vehicle left after the hospital had seen the person.
   * Somebody let go goes last: of one who is on the way or at the scene, no other tag may say that
   * nothing more is to come.
   */
  private static boolean further(Journey a, Journey b) {
    if (a.stage() == Stage.DEPARTED && overAt(b)) {
      return after(a.times().departedAt(), b.times().arrivedAt());
    }
    if (b.stage() == Stage.DEPARTED && overAt(a)) {
      return !after(b.times().departedAt(), a.times().arrivedAt());
    }
    if (a.stage() == Stage.DEPARTED && b.stage() == Stage.DEPARTED) {
      return after(a.times().departedAt(), b.times().departedAt());
    }
    return rank(a) > rank(b);
  }

  /** Whether a hospital has seen the person and let it go. */
  private static boolean overAt(Journey j) {
    return j.stage() == Stage.SETTLED && !j.facility().isEmpty();
  }

  private static boolean after(@Nullable Instant a, @Nullable Instant b) {
    return a != null && b != null && a.isAfter(b);
  }

  private static int rank(Journey j) {
    return switch (j.stage()) {
      case ADMITTED -> 5;
      case ARRIVED -> 4;
      case DEPARTED -> 3;
      case SETTLED -> j.facility().isEmpty() ? 0 : 2;
      case AT_SCENE -> 1;
    };
  }

  /**
   * What was said under the other's tags goes with it. The journey from before the merging holds
   * again unless the person has moved since: then the movement was seen under this tag.
   */
  private void split(CasualtyId apart) {
    int at = indexOf(apart);
    Merged was = merged.remove(at);
    history.removeIf(one -> was.covers(one.tag()));
    stated.removeIf(one -> was.covers(one.tag()));
    identities.removeIf(one -> was.covers(one.tag()));
    Journey before = was.before();
    Journey after = was.after();
    if (before == null || after == null) {
      return;
    }
    if (journey.equals(after)) {
      journey = before;
    }
    merged.replaceAll(later -> after.equals(later.before()) ? later.from(before) : later);
  }

  private int indexOf(CasualtyId apart) {
    for (int i = 0; i < merged.size(); i++) {
      if (merged.get(i).tag().equals(apart)) {
        return i;
      }
    }
    throw new IllegalStateException(apart + " was not merged into " + c.id());
  }

  private void comeBack(CasualtyCameBack e) {
    mergedInto = null;
    history.clear();
    history.addAll(e.history());
    stated.clear();
    stated.addAll(e.stated());
    identities.clear();
    identities.addAll(e.identities());
  }

  private Casualty done() {
    history.sort(Comparator.comparing(Categorised::at));
    stated.sort(Comparator.comparing(Stated::at));
    Categorised holding = holding(history);
    Identified believed = believed(identities);
    Category category = holding == null ? null : holding.verdict().category();
    PatientId patient = believed == null ? null : believed.patient();
    return new Casualty(
        c.id(),
        c.region(),
        history,
        stated,
        identities,
        category,
        About.of(stated),
        patient,
        journey.destination(),
        journey.stage(),
        journey.times(),
        journey.vehicle(),
        journey.facility(),
        journey.ward(),
        mergedInto,
        merged,
        sameTag,
        c.version() + 1);
  }
}
