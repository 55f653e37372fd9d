package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.TypeEvent;

/** What may be asked of a major incident. */
public sealed interface MajorIncidentCommand {
  MajorIncidentId majorIncident();

  /**
   * Declare it from an incident.
   *
   * @param happenedAt when the event began; null for when it is declared
   */
  record Declare(
      MajorIncidentId majorIncident,
      RegionCode region,
      IncidentId from,
      TypeEvent type,
      Level level,
      @Nullable Instant happenedAt)
      implements MajorIncidentCommand {
    public Declare {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(level, "level");
    }
  }

  /**
   * Tell what the first unit reports, all of it anew.
   *
   * @param writtenAt when it was written, by a phone that may have had no network since; null when
   *     it is told as it is written
   */
  record TellMethane(
      MajorIncidentId majorIncident, Methane methane, String unit, @Nullable Instant writtenAt)
      implements MajorIncidentCommand {
    /** Told by somebody who is not there, or by a unit that nobody named. */
    public TellMethane(MajorIncidentId majorIncident, Methane methane) {
      this(majorIncident, methane, "", null);
    }
  }

  /**
   * Tell that the preset response has been called.
   *
   * @param units that were sent, by their names
   * @param calls whom somebody has called besides
   * @param without of the preset, left out by who sent it; in words
   */
  record CallResponse(
      MajorIncidentId majorIncident,
      String preset,
      int version,
      List<String> units,
      List<String> calls,
      String without)
      implements MajorIncidentCommand {
    private static final int NAMES_MAX = 200;

    public CallResponse {
      preset = Texts.require("preset", preset, 1, 120);
      units = names("units", units);
      calls = names("calls", calls);
      without = Texts.optional("without", without, 500);
    }

    private static List<String> names(String field, List<String> given) {
      if (given.size() > NAMES_MAX) {
        throw new Refused(
            "response.names", field, Map.of("count", "" + given.size(), "max", "" + NAMES_MAX));
      }
      return given.stream().map(one -> Texts.require(field, one, 1, 120)).toList();
    }
  }

  /** Decide the level. */
  record DecideLevel(MajorIncidentId majorIncident, Level level, String reason)
      implements MajorIncidentCommand {
    public DecideLevel {
      Objects.requireNonNull(level, "level");
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /** Correct what sort of event it is; the key in use stays until another is taken. */
  record ChangeType(MajorIncidentId majorIncident, TypeEvent type, String reason)
      implements MajorIncidentCommand {
    public ChangeType {
      Objects.requireNonNull(type, "type");
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /** Settle how the place is led, all of it anew. */
  record Organise(MajorIncidentId majorIncident, Organisation organisation)
      implements MajorIncidentCommand {}

  /**
   * Tell how many are missing, all of it anew: how many relatives have asked for, and for how many
   * of them they have been answered. No names.
   */
  record CountMissing(MajorIncidentId majorIncident, int asked, int answered)
      implements MajorIncidentCommand {
    private static final int ASKED_MAX = 100_000;

    public CountMissing {
      if (answered < 0 || answered > asked || asked > ASKED_MAX) {
        throw new Refused(
            "majorIncident.missing",
            "asked",
            Map.of("asked", "" + asked, "answered", "" + answered, "max", "" + ASKED_MAX));
      }
    }
  }

  /** Collect another incident of the same event. */
  record Collect(MajorIncidentId majorIncident, IncidentId incident)
      implements MajorIncidentCommand {}

  /** Let an incident go that was another event. */
  record LetGo(MajorIncidentId majorIncident, IncidentId incident, String reason)
      implements MajorIncidentCommand {
    public LetGo {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /**
   * Share casualties out by a key.
   *
   * @param code of a key that the region has settled
   */
  record TakeKey(MajorIncidentId majorIncident, String code) implements MajorIncidentCommand {}

  /** A hospital says what it can take. */
  record Report(MajorIncidentId majorIncident, CapacityReport report)
      implements MajorIncidentCommand {}

  /** A vehicle comes beside the region's units; of one already told of, what is known now. */
  record ExpectHelp(MajorIncidentId majorIncident, MajorIncident.Help help)
      implements MajorIncidentCommand {}

  /** Such a vehicle does not come after all, or has left. */
  record CallOffHelp(MajorIncidentId majorIncident, String name) implements MajorIncidentCommand {
    public CallOffHelp {
      name = Texts.require("name", name, 1, 60);
    }
  }

  /** Write a decision in the log. */
  record Note(MajorIncidentId majorIncident, String text) implements MajorIncidentCommand {
    public Note {
      text = Texts.require("text", text, 2, 1000);
    }
  }

  /** End it. */
  record End(MajorIncidentId majorIncident, String reason) implements MajorIncidentCommand {
    public End {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }
}
