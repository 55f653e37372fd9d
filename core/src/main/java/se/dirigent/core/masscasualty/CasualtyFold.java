package se.dirigent.core.masscasualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.Casualty.CasualtyTimes;
import se.dirigent.core.masscasualty.Casualty.Categorised;
import se.dirigent.core.masscasualty.Casualty.Sent;
import se.dirigent.core.masscasualty.Casualty.Stage;
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
import se.dirigent.core.masscasualty.capacity.Specialty;

/** What events make of a casualty. */
final class CasualtyFold {
  private final Casualty c;
  private List<Categorised> history;
  private About about;
  private @Nullable PatientId patient;
  private @Nullable Sent destination;
  private Stage stage;
  private CasualtyTimes times;
  private String vehicle;
  private String facility;
  private String ward;
  private @Nullable CasualtyId mergedInto;
  private final List<CasualtyId> merged;

  private CasualtyFold(Casualty c) {
    this.c = c;
    history = new ArrayList<>(c.history());
    about = c.about();
    patient = c.patient();
    destination = c.destination();
    stage = c.stage();
    times = c.times();
    vehicle = c.vehicle();
    facility = c.facility();
    ward = c.ward();
    mergedInto = c.mergedInto();
    merged = new ArrayList<>(c.merged());
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
    return new Casualty(
        e.casualty(),
        e.region(),
        List.of(),
        e.about(),
        null,
        null,
        Stage.AT_SCENE,
        new CasualtyTimes(stamp.at(), null, null, null, null),
        "",
        "",
        "",
        null,
        List.of(),
        1);
  }

  private void apply(CasualtyEvent event, Stamp stamp) {
    switch (event) {
      case CasualtyRegistered e -> throw new IllegalStateException("registered twice: " + e);
      case CasualtyCategorised e ->
          history.add(new Categorised(stamp.at(), stamp.by(), e.verdict()));
      case CasualtyDescribed e -> about = e.about();
      case CasualtyIdentified e -> patient = e.patient();
      case DestinationDecided e ->
          destination = new Sent(e.facility(), e.proposed(), e.reason(), stamp.by(), stamp.at());
      case CasualtyDeparted e -> {
        stage = Stage.DEPARTED;
        vehicle = e.vehicle();
        times = new CasualtyTimes(times.registeredAt(), e.departedAt(), null, null, null);
      }
      case CasualtyArrived e -> {
        stage = Stage.ARRIVED;
        facility = e.facility();
        times =
            new CasualtyTimes(times.registeredAt(), times.departedAt(), e.arrivedAt(), null, null);
      }
      case CasualtyAdmitted e -> {
        stage = Stage.ADMITTED;
        ward = e.ward();
        times =
            new CasualtyTimes(
                times.registeredAt(), times.departedAt(), times.arrivedAt(), stamp.at(), null);
      }
      case CasualtySettled _ -> {
        stage = Stage.SETTLED;
        times =
            new CasualtyTimes(
                times.registeredAt(),
                times.departedAt(),
                times.arrivedAt(),
                times.admittedAt(),
                stamp.at());
      }
      case CasualtyMerged e -> mergedInto = e.into();
      case CasualtyTookOver e -> takeOver(e.other());
    }
  }

  /** The one that had come further says where the person is; both say what was found. */
  private void takeOver(Casualty other) {
    history.addAll(other.history());
    history.sort(Comparator.comparing(Categorised::at));
    merged.add(other.id());
    merged.addAll(other.merged());
    if (patient == null) {
      patient = other.patient();
    }
    Set<Specialty> needs = new HashSet<>(about.needs());
    needs.addAll(other.about().needs());
    about =
        new About(
            about.place(),
            about.child() || other.about().child(),
            needs,
            about.decontamination(),
            about.family().isEmpty() ? other.about().family() : about.family());
    if (further(other)) {
      stage = other.stage();
      times = other.times();
      vehicle = other.vehicle();
      facility = other.facility();
      ward = other.ward();
      destination = other.destination() == null ? destination : other.destination();
    } else if (destination == null) {
      destination = other.destination();
    }
  }

  /** A hospital that has seen the person knows better than a place that has let it go. */
  private boolean further(Casualty other) {
    return other.facility().isEmpty() == facility.isEmpty()
        ? other.stage().compareTo(stage) > 0
        : facility.isEmpty();
  }

  private Casualty done() {
    return new Casualty(
        c.id(),
        c.region(),
        history,
        about,
        patient,
        destination,
        stage,
        times,
        vehicle,
        facility,
        ward,
        mergedInto,
        merged,
        c.version() + 1);
  }
}
