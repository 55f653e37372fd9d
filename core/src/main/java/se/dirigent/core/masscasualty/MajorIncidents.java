package se.dirigent.core.masscasualty;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.MajorIncident.Help;
import se.dirigent.core.masscasualty.MajorIncident.LevelSet;
import se.dirigent.core.masscasualty.MajorIncident.Line;
import se.dirigent.core.masscasualty.MajorIncident.Missing;
import se.dirigent.core.masscasualty.MajorIncident.Next;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CallOffHelp;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CallResponse;
import se.dirigent.core.masscasualty.MajorIncidentCommand.ChangeType;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Collect;
import se.dirigent.core.masscasualty.MajorIncidentCommand.CountMissing;
import se.dirigent.core.masscasualty.MajorIncidentCommand.DecideLevel;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Declare;
import se.dirigent.core.masscasualty.MajorIncidentCommand.End;
import se.dirigent.core.masscasualty.MajorIncidentCommand.ExpectHelp;
import se.dirigent.core.masscasualty.MajorIncidentCommand.LetGo;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Note;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Organise;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Report;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TakeKey;
import se.dirigent.core.masscasualty.MajorIncidentCommand.TellMethane;
import se.dirigent.core.masscasualty.MajorIncidentEvent.CapacityReported;
import se.dirigent.core.masscasualty.MajorIncidentEvent.DecisionNoted;
import se.dirigent.core.masscasualty.MajorIncidentEvent.HelpCalledOff;
import se.dirigent.core.masscasualty.MajorIncidentEvent.HelpExpected;
import se.dirigent.core.masscasualty.MajorIncidentEvent.IncidentCollected;
import se.dirigent.core.masscasualty.MajorIncidentEvent.IncidentLetGo;
import se.dirigent.core.masscasualty.MajorIncidentEvent.KeyTaken;
import se.dirigent.core.masscasualty.MajorIncidentEvent.LevelDecided;
import se.dirigent.core.masscasualty.MajorIncidentEvent.MajorIncidentDeclared;
import se.dirigent.core.masscasualty.MajorIncidentEvent.MajorIncidentEnded;
import se.dirigent.core.masscasualty.MajorIncidentEvent.MethaneTold;
import se.dirigent.core.masscasualty.MajorIncidentEvent.MissingCounted;
import se.dirigent.core.masscasualty.MajorIncidentEvent.PlaceOrganised;
import se.dirigent.core.masscasualty.MajorIncidentEvent.ResponseCalled;
import se.dirigent.core.masscasualty.MajorIncidentEvent.TypeChanged;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.Standing;

/** The rules of major incidents: which command leads to which events, and what they make of one. */
public final class MajorIncidents {
  /** More calls about one event than have ever been made into cases. */
  private static final int INCIDENTS_MAX = 500;

  /** More vehicles than any event has had beside the region's own. */
  private static final int HELP_MAX = 200;

  /** Later than this there are other plans. */
  private static final Duration HELP_AHEAD_MAX = Duration.ofHours(48);

  /** What the log calls a report that came too late to be reckoned with. */
  private static final String OLD_REPORT = "OldCapacityReported";

  private static final String OLD_METHANE = "OldMethaneTold";

  private MajorIncidents() {}

  /**
   * What else is so, that a command on a major incident depends on.
   *
   * @param holder the open major incident that the command's incident is already collected by, or
   *     null
   * @param unsettled casualties who are neither in a hospital nor let go
   * @param key the key of the command's code, or null when the region has settled none
   * @param rationed whether a rule for rationing is in force, which a person must end first
   */
  public record Surroundings(
      @Nullable MajorIncidentId holder,
      int unsettled,
      @Nullable DistributionKey key,
      boolean rationed) {
    /** Nothing that matters. */
    public static Surroundings none() {
      return new Surroundings(null, 0, null, false);
    }
  }

  /**
   * Decides a command.
   *
   * @param before as it is, or null when there is none of that name
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<MajorIncidentEvent> decide(
      @Nullable MajorIncident before,
      MajorIncidentCommand command,
      Surroundings around,
      Stamp stamp) {
    if (command instanceof Declare c) {
      return declare(before, c, around, stamp);
    }
    MajorIncident m = open(before, command);
    return switch (command) {
      case Declare c -> declare(m, c, around, stamp);
      case TellMethane c -> tell(m, c);
      case CallResponse c ->
          List.of(
              new ResponseCalled(
                  m.id(), c.preset(), c.version(), c.units(), c.calls(), c.without()));
      case DecideLevel c -> decideLevel(m, c);
      case ChangeType c -> changeType(m, c);
      case Organise c ->
          c.organisation().equals(m.organisation())
              ? List.of()
              : List.of(new PlaceOrganised(m.id(), c.organisation()));
      case CountMissing c -> List.of(new MissingCounted(m.id(), c.asked(), c.answered()));
      case Collect c -> collect(m, c, around);
      case LetGo c -> letGo(m, c);
      case TakeKey c -> List.of(new KeyTaken(m.id(), valid(c, around, stamp)));
      case Report c -> report(m, c, stamp);
      case ExpectHelp c -> expect(m, c.help(), stamp);
      case CallOffHelp c -> callOff(m, c);
      case Note c -> List.of(new DecisionNoted(m.id(), c.text()));
      case End c -> end(m, c, around);
    };
  }

  private static MajorIncident open(@Nullable MajorIncident m, MajorIncidentCommand command) {
    if (m == null) {
      throw Refused.unknown(
          "majorIncident.unknown",
          "majorIncident",
          Map.of("majorIncident", command.majorIncident().value()));
    }
    if (!m.open()) {
      throw Refused.state("majorIncident.ended", "majorIncident", Map.of());
    }
    return m;
  }

  private static List<MajorIncidentEvent> declare(
      @Nullable MajorIncident before, Declare c, Surroundings around, Stamp stamp) {
    if (before != null) {
      throw Refused.state("majorIncident.exists", "majorIncident", Map.of());
    }
    requireFree(c.from(), around);
    Instant told = c.happenedAt();
    Instant happened = told == null ? stamp.at() : stamp.past("happenedAt", told);
    return List.of(
        new MajorIncidentDeclared(
            c.majorIncident(), c.region(), c.from(), c.type(), c.level(), happened));
  }

  private static void requireFree(IncidentId incident, Surroundings around) {
    if (around.holder() != null) {
      throw Refused.state(
          "majorIncident.collected", "incident", Map.of("incident", incident.toString()));
    }
  }

  /** The first unit leads the care at the place until others come. */
  private static List<MajorIncidentEvent> tell(MajorIncident m, TellMethane c) {
    List<MajorIncidentEvent> events = new ArrayList<>();
    if (!c.methane().equals(m.methane())) {
      Instant written = c.writtenAt();
      boolean old = written != null && m.reportedAfter(written);
      events.add(new MethaneTold(m.id(), c.methane(), old ? written : null));
    }
    if (!c.unit().isEmpty() && m.organisation().medicalLead().isEmpty()) {
      events.add(new PlaceOrganised(m.id(), m.organisation().led(c.unit())));
    }
    return events;
  }

  private static List<MajorIncidentEvent> decideLevel(MajorIncident m, DecideLevel c) {
    if (c.level() == m.level().level()) {
      throw Refused.state("majorIncident.sameLevel", "level", Map.of("level", c.level().name()));
    }
    return List.of(new LevelDecided(m.id(), c.level(), c.reason()));
  }

  private static List<MajorIncidentEvent> changeType(MajorIncident m, ChangeType c) {
    return c.type() == m.type()
        ? List.of()
        : List.of(new TypeChanged(m.id(), c.type(), c.reason()));
  }

  private static List<MajorIncidentEvent> collect(MajorIncident m, Collect c, Surroundings around) {
    if (m.incidents().contains(c.incident())) {
      return List.of();
    }
    requireFree(c.incident(), around);
    if (m.incidents().size() >= INCIDENTS_MAX) {
      throw Refused.state("majorIncident.many", "incident", Map.of("max", "" + INCIDENTS_MAX));
    }
    return List.of(new IncidentCollected(m.id(), c.incident()));
  }

  private static List<MajorIncidentEvent> letGo(MajorIncident m, LetGo c) {
    if (c.incident().equals(m.declaredFrom()) || !m.incidents().contains(c.incident())) {
      throw Refused.state(
          "majorIncident.notCollected", "incident", Map.of("incident", c.incident().toString()));
    }
    return List.of(new IncidentLetGo(m.id(), c.incident(), c.reason()));
  }

  private static DistributionKey valid(TakeKey c, Surroundings around, Stamp stamp) {
    DistributionKey key = around.key();
    if (key == null) {
      throw Refused.unknown("key.unknown", "code", Map.of("code", c.code()));
    }
    // By the day of the world's clock: a key's dates are set with more room than a time zone.
    if (!key.validOn(stamp.at().atOffset(ZoneOffset.UTC).toLocalDate())) {
      throw Refused.state(
          "key.notValid",
          "code",
          Map.of("from", key.validFrom().toString(), "until", key.validUntil().toString()));
    }
    return key;
  }

  /** What was so before the event is kept and marked: it says nothing of what can be taken now. */
  private static List<MajorIncidentEvent> report(MajorIncident m, Report c, Stamp stamp) {
    CapacityReport r = c.report();
    Instant at = stamp.past("at", r.at());
    Standing latest = m.standings().get(r.facility());
    boolean old = at.isBefore(m.happenedAt()) || latest != null && at.isBefore(latest.at());
    return List.of(new CapacityReported(m.id(), r.at(at), old));
  }

  private static List<MajorIncidentEvent> expect(MajorIncident m, Help help, Stamp stamp) {
    if (m.help().contains(help)) {
      return List.of();
    }
    if (help.at().isAfter(stamp.at().plus(HELP_AHEAD_MAX))) {
      throw new Refused("help.late", "at", Map.of("hours", "" + HELP_AHEAD_MAX.toHours()));
    }
    boolean more = m.help().stream().noneMatch(one -> one.name().equals(help.name()));
    if (more && m.help().size() >= HELP_MAX) {
      throw Refused.state("help.many", "name", Map.of("max", "" + HELP_MAX));
    }
    return List.of(new HelpExpected(m.id(), help));
  }

  private static List<MajorIncidentEvent> callOff(MajorIncident m, CallOffHelp c) {
    if (m.help().stream().noneMatch(one -> one.name().equals(c.name()))) {
      throw Refused.unknown("help.unknown", "name", Map.of("name", c.name()));
    }
    return List.of(new HelpCalledOff(m.id(), c.name()));
  }

  private static List<MajorIncidentEvent> end(MajorIncident m, End c, Surroundings around) {
    if (around.unsettled() > 0) {
      throw Refused.state(
          "majorIncident.unsettled", "majorIncident", Map.of("count", "" + around.unsettled()));
    }
    if (around.rationed()) {
      throw Refused.state("majorIncident.rationed", "majorIncident", Map.of());
    }
    return List.of(new MajorIncidentEnded(m.id(), c.reason()));
  }

  /** The major incident after the event. */
  public static MajorIncident fold(
      @Nullable MajorIncident before, MajorIncidentEvent event, Stamp stamp) {
    if (event instanceof MajorIncidentDeclared e) {
      return declared(e, stamp);
    }
    MajorIncident m = Objects.requireNonNull(before, "event before the declaration");
    return switch (event) {
      case MajorIncidentDeclared e -> declared(e, stamp);
      case MethaneTold e ->
          e.oldOf() == null || m.methane() == null
              ? new Next(m).methane(e.methane()).line(stamp, event, "")
              : new Next(m)
                  .methane(m.methane().filledFrom(e.methane()))
                  .line(stamp, OLD_METHANE, e.methane().inWords());
      case ResponseCalled e -> new Next(m).line(stamp, event, e.inWords());
      case LevelDecided e ->
          new Next(m)
              .level(new LevelSet(e.level(), stamp.at(), stamp.by()))
              .line(stamp, event, e.level() + ": " + e.reason());
      case MissingCounted e ->
          new Next(m)
              .missing(new Missing(e.asked(), e.answered(), stamp.at(), stamp.by()))
              .line(stamp, event, e.answered() + "/" + e.asked());
      case PlaceOrganised e -> new Next(m).organisation(e.organisation()).line(stamp, event, "");
      case IncidentCollected e ->
          new Next(m).add(e.collected()).line(stamp, event, e.collected().toString());
      case IncidentLetGo e ->
          new Next(m).remove(e.letGo()).line(stamp, event, e.letGo() + ": " + e.reason());
      case KeyTaken e ->
          new Next(m).key(e.key()).line(stamp, event, e.key().code() + " " + e.key().version());
      case CapacityReported e ->
          e.old()
              ? new Next(m).line(stamp, OLD_REPORT, e.report().facility())
              : new Next(m).report(e.report()).line(stamp, event, e.report().facility());
      case TypeChanged e ->
          new Next(m).type(e.kind()).line(stamp, event, e.kind() + ": " + e.reason());
      case HelpExpected e -> new Next(m).help(e.help()).line(stamp, event, e.help().name());
      case HelpCalledOff e -> new Next(m).without(e.name()).line(stamp, event, e.name());
      case DecisionNoted e -> new Next(m).line(stamp, event, e.text());
      case MajorIncidentEnded e -> new Next(m).ended(stamp.at()).line(stamp, event, e.reason());
    };
  }

  private static MajorIncident declared(MajorIncidentDeclared e, Stamp stamp) {
    return new MajorIncident(
        e.majorIncident(),
        e.region(),
        e.from(),
        List.of(e.from()),
        e.kind(),
        e.happenedAt(),
        stamp.at(),
        stamp.by(),
        null,
        new LevelSet(e.level(), stamp.at(), stamp.by()),
        Organisation.NONE,
        null,
        null,
        Map.of(),
        List.of(),
        List.of(new Line(stamp.at(), stamp.by(), "MajorIncidentDeclared", e.level().name())),
        null,
        1);
  }
}
