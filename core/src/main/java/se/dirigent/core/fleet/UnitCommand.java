package se.dirigent.core.fleet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.fleet.Standby.Place;
import se.dirigent.core.geo.RegionCode;

/** What may be asked of a unit apart from its assignments. */
public sealed interface UnitCommand {
  UnitId unit();

  /** Most seats and capabilities accepted: more than any vehicle of the field has. */
  int LIST_MAX = 20;

  /** Enter a new unit in the fleet. */
  record Register(
      UnitId unit,
      RegionCode region,
      String callSign,
      UnitKind kind,
      List<Capability> capabilities,
      List<CrewMember> crew,
      String station,
      String owner,
      boolean special)
      implements UnitCommand {
    public Register {
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(region, "region");
      callSign = Texts.require("callSign", callSign, 1, 20);
      Objects.requireNonNull(kind, "kind");
      capabilities = capabilities.stream().distinct().sorted().toList();
      crew = List.copyOf(crew);
      station = Texts.require("station", station, 1, 64);
      owner = Texts.require("owner", owner, 1, 120);
      requireFew("crew", crew);
    }
  }

  /** Begin a shift, or change the one the unit is on. */
  record StartShift(UnitId unit, Shift shift, List<CrewMember> crew) implements UnitCommand {
    public StartShift {
      Objects.requireNonNull(shift, "shift");
      crew = List.copyOf(crew);
      requireFew("crew", crew);
    }
  }

  record EndShift(UnitId unit) implements UnitCommand {}

  /** Say that a free unit can, or cannot, be sent. */
  record SetAvailability(UnitId unit, boolean available, String reason) implements UnitCommand {
    public SetAvailability {
      reason = available ? Texts.optional("reason", reason, 200) : reasonOf(reason);
    }

    private static String reasonOf(String reason) {
      return Texts.require("reason", reason, 2, 200);
    }
  }

  /**
   * Tell a free unit to stand somewhere else.
   *
   * @param terms the region's rules for it
   */
  record OrderStandby(UnitId unit, Place place, String reason, Standby.Terms terms)
      implements UnitCommand {
    public OrderStandby {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(terms, "terms");
      reason = Texts.optional("reason", reason, 500);
    }
  }

  /**
   * The crew's answer to such an order.
   *
   * @param reason why it cannot; may be empty when it goes
   */
  record AnswerStandby(UnitId unit, boolean accepted, String reason) implements UnitCommand {
    public AnswerStandby {
      reason =
          accepted
              ? Texts.optional("reason", reason, 500)
              : Texts.require("reason", reason, 2, 500);
    }
  }

  /** The unit stands where it was told to. */
  record ArriveAtStandby(UnitId unit) implements UnitCommand {}

  /**
   * The unit is not to stand there any more.
   *
   * @param end taken back by a person, or left by itself
   * @param reason why it was taken back; empty when it left
   */
  record EndStandby(UnitId unit, Standby.End end, String reason) implements UnitCommand {
    public EndStandby {
      Objects.requireNonNull(end, "end");
      reason =
          end == Standby.End.RECALLED
              ? Texts.require("reason", reason, 2, 500)
              : Texts.optional("reason", reason, 500);
    }
  }

  /** The unit's positions show that it has moved by itself to another place. */
  record NoteOwnMove(UnitId unit, Place place) implements UnitCommand {
    public NoteOwnMove {
      Objects.requireNonNull(place, "place");
    }
  }

  /** A care transport planned on the unit has come so far. */
  record ReachCareRide(UnitId unit, String transport, Unit.CareRide.Stage stage)
      implements UnitCommand {
    public ReachCareRide {
      transport = Texts.require("transport", transport, 1, 64);
      Objects.requireNonNull(stage, "stage");
    }
  }

  /** A care transport is the unit's no more; nothing happens when it was not. */
  record LeaveCareRide(UnitId unit, String transport) implements UnitCommand {
    public LeaveCareRide {
      transport = Texts.require("transport", transport, 1, 64);
    }
  }

  /**
   * What was made of a proposal to move a unit; accepted or changed it orders the move as well.
   *
   * @param chosen place instead of the one proposed, exactly when changed
   * @param reason why; may be empty only when accepted
   * @param shown what was said of the proposal
   * @param terms the region's rules for the order
   */
  record AnswerRelocation(
      UnitId unit,
      Place proposed,
      Answer answer,
      @Nullable Place chosen,
      String reason,
      Shown shown,
      Standby.Terms terms)
      implements UnitCommand {
    /** What was made of it. */
    public enum Answer {
      ACCEPTED,
      CHANGED,
      REFUSED
    }

    /**
     * What the proposal said.
     *
     * @param travelSeconds how long the drive was to take
     * @param coverBefore share of the next hour's most urgent calls reached in time without it
     * @param coverAfter and with it
     */
    public record Shown(long travelSeconds, double coverBefore, double coverAfter) {
      public Shown {
        if (travelSeconds < 0 || !isShare(coverBefore) || !isShare(coverAfter)) {
          throw new Refused("relocation.shown", "shown", Map.of());
        }
      }

      private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
      }
    }

    public AnswerRelocation {
      Objects.requireNonNull(proposed, "place");
      Objects.requireNonNull(answer, "answer");
      Objects.requireNonNull(shown, "shown");
      Objects.requireNonNull(terms, "terms");
      reason =
          answer == Answer.ACCEPTED
              ? Texts.optional("reason", reason, 500)
              : Texts.require("reason", reason, 2, 500);
      if ((answer == Answer.CHANGED) != (chosen != null)) {
        throw new Refused("proposal.chosen", "chosen", Map.of("answer", answer.name()));
      }
    }
  }

  private static void requireFew(String field, List<?> list) {
    if (list.size() > LIST_MAX) {
      throw new Refused("list.long", field, Map.of("max", String.valueOf(LIST_MAX)));
    }
  }
}
