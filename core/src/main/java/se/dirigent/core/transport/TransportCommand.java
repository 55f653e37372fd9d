package se.dirigent.core.transport;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.mode.Mode;

/** What may be asked of an order. */
public sealed interface TransportCommand {
  TransportId transport();

  /**
   * Order a transport.
   *
   * @param mode null for the recommended
   * @param modeReason why another than the recommended; may be empty otherwise
   */
  record Order(
      TransportId transport,
      RegionCode region,
      String careUnit,
      PatientId patient,
      Request request,
      @Nullable Mode mode,
      String modeReason)
      implements TransportCommand {
    public Order {
      careUnit = Texts.require("careUnit", careUnit, 1, 120);
      Objects.requireNonNull(patient, "patient");
      Objects.requireNonNull(request, "request");
      modeReason = Texts.optional("modeReason", modeReason, 300);
    }
  }

  /**
   * Ask for something else, all of it anew.
   *
   * @param was what was asked for when the change was begun, so that what somebody else has changed
   *     since is not undone unseen; null for a peer that holds the only copy
   */
  record Change(
      TransportId transport,
      Request request,
      @Nullable Mode mode,
      String modeReason,
      @Nullable Request was)
      implements TransportCommand {
    public Change {
      Objects.requireNonNull(request, "request");
      modeReason = Texts.optional("modeReason", modeReason, 300);
    }
  }

  /**
   * Order the way back, when it is known at last when the patient is ready.
   *
   * @param readyAt when the patient can be fetched where the order led
   */
  record OrderReturn(TransportId transport, Instant readyAt) implements TransportCommand {
    public OrderReturn {
      Objects.requireNonNull(readyAt, "readyAt");
    }
  }

  /** Take the order back. */
  record Cancel(TransportId transport, String reason) implements TransportCommand {
    public Cancel {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /**
   * Inner command agrees.
   *
   * @param seen how many happenings the order had when it was read ({@link Transport#changes}), so
   *     that nobody agrees to what the ward has changed since; null for a peer that holds the only
   *     copy
   */
  record Approve(TransportId transport, @Nullable Integer seen) implements TransportCommand {}

  /**
   * Inner command takes another mode.
   *
   * @param seen as of {@link Approve}
   */
  record ChooseMode(TransportId transport, Mode mode, String reason, @Nullable Integer seen)
      implements TransportCommand {
    public ChooseMode {
      Objects.requireNonNull(mode, "mode");
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /**
   * Inner command says no.
   *
   * @param seen as of {@link Approve}
   */
  record Refuse(TransportId transport, String reason, @Nullable Integer seen)
      implements TransportCommand {
    public Refuse {
      reason = Texts.require("reason", reason, 2, 300);
    }
  }

  /**
   * The receiver answers.
   *
   * @param text required when declined
   */
  record Answer(TransportId transport, boolean accepted, String text) implements TransportCommand {
    public Answer {
      text = accepted ? Texts.optional("text", text, 300) : Texts.require("text", text, 2, 300);
    }
  }

  /**
   * The ride has come further.
   *
   * @param ride one of LOCKED, UNDER_WAY, LOADED and ARRIVED
   * @param at when, or null for now
   */
  record Advance(TransportId transport, Ride ride, @Nullable Instant at)
      implements TransportCommand {
    public Advance {
      if (ride.compareTo(Ride.LOCKED) < 0 || ride.compareTo(Ride.ARRIVED) > 0) {
        throw new Refused("transport.step", "ride", Map.of("value", ride.name()));
      }
    }
  }

  /** The planner gives it a vehicle and times; the search, never a person. */
  record Plan(TransportId transport, String unit, Instant pickupAt, Instant arriveAt)
      implements TransportCommand {
    public Plan {
      unit = Planned.requireUnit(unit);
      Planned.requireOrder(pickupAt, arriveAt);
    }
  }

  /**
   * The vehicle it had in the plan cannot take it.
   *
   * @param code why, as the reasons of orders without a vehicle are coded
   * @param values what the words of the code need
   */
  record Unplan(TransportId transport, String code, Map<String, String> values)
      implements TransportCommand {
    public Unplan {
      code = Texts.require("code", code, 1, 60);
      values = Map.copyOf(values);
    }
  }

  /** A dispatcher places it by hand. */
  record Place(TransportId transport, String unit, Instant pickupAt, Instant arriveAt)
      implements TransportCommand {
    public Place {
      unit = Planned.requireUnit(unit);
      Planned.requireOrder(pickupAt, arriveAt);
    }
  }

  /** A dispatcher leaves it to the planner again. */
  record Release(TransportId transport) implements TransportCommand {}

  /**
   * Ask somebody else to drive it.
   *
   * @param carrier a taxi company, or the region where the ride begins
   */
  record Book(TransportId transport, String carrier) implements TransportCommand {
    public Book {
      carrier = Texts.require("carrier", carrier, 2, 100);
    }
  }

  /**
   * Offer it to another region, whose vehicle is on its way home; an own one keeps it until the
   * other has a vehicle for it.
   *
   * @param carrier name of that region
   */
  record Offer(TransportId transport, RegionCode region, String carrier)
      implements TransportCommand {
    public Offer {
      Objects.requireNonNull(region, "region");
      carrier = Texts.require("carrier", carrier, 2, 100);
    }
  }

  /**
   * Take in what another region offers. It binds nobody until a vehicle has it.
   *
   * @param transport the name it has here
   * @param region that is to drive it
   * @param careUnit whom the crew asks
   * @param patient a reference of this region's own
   * @param order as it stands there
   */
  record Take(
      TransportId transport,
      RegionCode region,
      String careUnit,
      PatientId patient,
      Transport order,
      int kronor)
      implements TransportCommand {
    public Take {
      careUnit = Texts.require("careUnit", careUnit, 1, 250);
    }
  }

  /** The region that it is driven for has it back: it drives itself, or nobody goes. */
  record GiveBack(TransportId transport, String reason) implements TransportCommand {
    public GiveBack {
      reason = Texts.optional("reason", reason, 300);
    }
  }

  /**
   * The carrier answers.
   *
   * @param reference the carrier's name of the ride; required when it takes it
   * @param pickupAt when it comes, or null when it has not said
   * @param text required when it does not take it
   */
  record AnswerBooking(
      TransportId transport,
      boolean accepted,
      String reference,
      @Nullable Instant pickupAt,
      String text)
      implements TransportCommand {
    public AnswerBooking {
      reference =
          accepted
              ? Texts.require("reference", reference, 1, 60)
              : Texts.optional("reference", reference, 60);
      text = accepted ? Texts.optional("text", text, 300) : Texts.require("text", text, 2, 300);
    }
  }

  /** Inner command asks the national coordination centre again, after a no. */
  record RequestAir(TransportId transport, String text) implements TransportCommand {
    public RequestAir {
      text = Texts.optional("text", text, 300);
    }
  }

  /**
   * The national coordination centre answers.
   *
   * @param departAt take-off of the flight given, or null when there is none
   * @param arriveAt its landing, null together with it
   * @param text required without a flight
   */
  record AnswerAir(
      TransportId transport, @Nullable Instant departAt, @Nullable Instant arriveAt, String text)
      implements TransportCommand {
    public AnswerAir {
      text =
          departAt == null
              ? Texts.require("text", text, 2, 300)
              : Texts.optional("text", text, 300);
      if (departAt == null != (arriveAt == null)
          || departAt != null && !departAt.isBefore(arriveAt)) {
        throw new Refused("transport.slotTimes", "arriveAt", Map.of());
      }
    }
  }

  /** The patient died, went home or was moved: the order closes itself. */
  record End(TransportId transport, Fate fate, String text) implements TransportCommand {
    public End {
      Objects.requireNonNull(fate, "fate");
      text = Texts.optional("text", text, 300);
    }
  }

  /** What became of the patient. */
  enum Fate {
    DIED,
    DISCHARGED,
    MOVED
  }
}
