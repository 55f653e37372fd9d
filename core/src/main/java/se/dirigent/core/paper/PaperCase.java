package se.dirigent.core.paper;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.Outcome;

/**
 * A form as it was written: a new case, or what happened to one that was in the system already.
 *
 * @param incident its identity
 * @param opening the call, or null when the incident is in the system already
 * @param number of the form
 * @param writtenBy who wrote it, as signed
 * @param contacts with the caller, at most 100
 * @param notes at most 100
 * @param units that were sent or went on, at most 50
 * @param ending how it ended, or null when it goes on
 */
public record PaperCase(
    IncidentId incident,
    @Nullable Opening opening,
    String number,
    String writtenBy,
    List<PaperContact> contacts,
    List<Note> notes,
    List<PaperUnit> units,
    @Nullable Ending ending) {
  /** A form has room for fewer; what is longer was not written by hand. */
  private static final int LINES_MAX = 100;

  private static final int UNITS_MAX = 50;

  public PaperCase {
    Objects.requireNonNull(incident, "incident");
    number = Texts.require("number", number, 1, 32);
    writtenBy = Texts.require("writtenBy", writtenBy, 1, 100);
    contacts = bounded("contacts", contacts, LINES_MAX);
    notes = bounded("notes", notes, LINES_MAX).stream().map(PaperCase::checked).toList();
    units = bounded("units", units, UNITS_MAX);
    if (units.stream().map(PaperUnit::unit).distinct().count() != units.size()) {
      throw new Refused("list.repeated", "units", Map.of());
    }
    if (opening == null
        && contacts.isEmpty()
        && notes.isEmpty()
        && units.isEmpty()
        && ending == null) {
      throw new Refused("paper.empty", "", Map.of());
    }
  }

  private static <T> List<T> bounded(String field, List<T> list, int max) {
    if (list.size() > max) {
      throw new Refused("list.long", field, Map.of("max", String.valueOf(max)));
    }
    return List.copyOf(list);
  }

  private static Note checked(Note note) {
    Objects.requireNonNull(note.at(), "at");
    return new Note(
        note.at(),
        Texts.require("by", note.by(), 1, 100),
        Texts.require("text", note.text(), 1, 2000));
  }

  /**
   * The call.
   *
   * @param openedAt when it came
   * @param call what was told
   */
  public record Opening(Instant openedAt, Open call) {
    public Opening {
      Objects.requireNonNull(openedAt, "openedAt");
      Objects.requireNonNull(call, "call");
    }
  }

  /**
   * A contact with the caller.
   *
   * @param nextDueAt when the next was to be, or null for the priority's interval
   */
  public record PaperContact(
      Instant at,
      String by,
      boolean answered,
      String condition,
      String decision,
      @Nullable Instant nextDueAt) {
    public PaperContact {
      Objects.requireNonNull(at, "at");
      by = Texts.require("by", by, 1, 100);
      condition = Texts.optional("condition", condition, 1000);
      decision = Texts.optional("decision", decision, 1000);
    }
  }

  /**
   * A unit's row of the movement form.
   *
   * @param by who sent it, as signed
   * @param times when it passed which step; ASSIGNED unless it was sent before the paper began
   * @param destination id of the receiving facility, or null
   * @param stoodDownAt when it was stood down, or null
   * @param reason why it was stood down; required with the time
   */
  public record PaperUnit(
      UnitId unit,
      String by,
      Map<Milestone, Instant> times,
      @Nullable String destination,
      @Nullable Instant stoodDownAt,
      @Nullable String reason) {
    public PaperUnit {
      Objects.requireNonNull(unit, "unit");
      by = Texts.require("by", by, 1, 100);
      times = times.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(times));
      destination = destination == null ? null : Texts.require("destination", destination, 1, 64);
      if (stoodDownAt != null) {
        reason = Texts.require("reason", reason, 2, 500);
        if (times.containsKey(Milestone.CLEAR)) {
          throw new Refused("paper.endedTwice", "stoodDownAt", Map.of("unit", unit.value()));
        }
      }
    }
  }

  /** How it ended, and when. */
  public record Ending(Outcome outcome, Instant at) {
    public Ending {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(at, "at");
    }
  }
}
