package se.dirigent.server.plan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.OnBehalf;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Happening;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.AnswerBooking;
import se.dirigent.core.transport.TransportEvent.ReceiverAnswered;
import se.dirigent.core.transport.TransportEvent.TransportUnplanned;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.server.plan.RidePlan.HaltPlace;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.PlannedOrders;

/**
 * Patients who go along with another region's vehicle on its way home. The region that has the
 * order offers it where such a vehicle is; there it becomes an order of their own that their plan
 * takes if that is cheaper than what it would cost the first. Until it has a vehicle there, the
 * first keeps its own; from then on it is the other's, as a taxi's ride is the taxi's.
 *
 * <p>Each region decides by commands of its own and journals them itself. What is so in one follows
 * in the other at the next look, however often it is done and wherever it was broken off: nothing
 * here remembers anything.
 */
@Component
class NeighbourRides {
  /** A crew waits no longer than this for somebody to take home with it. [assumption] */
  private static final Duration WAIT_MAX = Duration.ofHours(2);

  /** Smaller changes of a pick-up are not told the region that has the order. */
  private static final Duration TELL_LEAST = Duration.ofMinutes(5);

  /** So long after the arrival the receiver may still answer, and the other region hears of it. */
  private static final Duration ANSWER_MAX = Duration.ofDays(1);

  /** Each look offers at most so many; the next goes on. */
  private static final int OFFERS_MAX = 20;

  /** Code of a no that nobody has said in words. */
  private static final String NO_VEHICLE = "noVehicle";

  /** A region's own kinds; taxis and aircraft are others'. */
  private static final Set<Mode> MODES =
      Set.of(
          Mode.LYING_TRANSPORT,
          Mode.LIGHT_CARE_AMBULANCE,
          Mode.TRANSPORT_AMBULANCE,
          Mode.AMBULANCE,
          Mode.DOCTOR_AMBULANCE);

  private static final Logger LOG = LoggerFactory.getLogger(NeighbourRides.class);

  private final Regions regions;
  private final PlannedOrders orders;
  private final Doors doors;
  private final InstantSource clock;

  NeighbourRides(Regions regions, PlannedOrders orders, Doors doors, InstantSource clock) {
    this.regions = regions;
    this.orders = orders;
    this.doors = doors;
    this.clock = clock;
  }

  /** What the planner knows of a region. */
  interface Known {
    PlanRules rules(RegionCode region);

    PlanState state(RegionCode region);
  }

  /** Looks once at all regions that share their rides. */
  void look(Known known) {
    List<Region> sharing =
        regions.served().stream()
            .filter(code -> known.rules(code).booking().returns())
            .map(regions::getServed)
            .toList();
    if (sharing.size() < 2) {
      return;
    }
    Instant since = clock.instant().minus(ANSWER_MAX);
    for (Region region : sharing) {
      for (Transport t : orders.listShared(region.code(), since)) {
        try {
          share(region, t, known);
        } catch (Refused refused) {
          // It has changed since it was read; the next look sees how it is.
          LOG.debug("not shared now: {}", refused.code());
        }
      }
    }
    offer(sharing, known);
  }

  private void share(Region region, Transport t, Known known) {
    Booking booking = t.booking();
    RegionCode host = booking == null ? null : booking.region();
    OnBehalf behalf = t.onBehalf();
    if (booking != null && host != null && booking.answerable()) {
      settle(region, t, booking, regions.getServed(host), known);
    } else if (behalf != null && t.ride().open() && t.ride() != Ride.LOADED) {
      giveBack(t, behalf);
    }
  }

  /** Its name where it is driven: another for each time it is offered. */
  private static TransportId name(Transport order, Booking offer) {
    String text = order.id().value() + " " + offer.askedAt();
    return new TransportId(
        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
  }

  /** Brings an order that is offered to where its ride in the other region has come. */
  private void settle(Region owner, Transport order, Booking booking, Region host, Known known) {
    TransportId as = name(order, booking);
    Transport taken = orders.find(host.code(), as).orElse(null);
    if (taken == null) {
      if (!order.ride().open()) {
        return;
      }
      int kronor = kronor(known.state(owner.code()), order, known.rules(owner.code()));
      String who = order.careUnit() + ", " + owner.pack().name();
      orders.take(host.code(), order, as, who, kronor);
      return;
    }
    if (order.ride().open()) {
      follow(owner, order, booking, taken);
    }
    answers(owner, order, host, taken);
  }

  private void follow(Region owner, Transport order, Booking booking, Transport taken) {
    boolean confirmed = booking.state() == Booking.State.CONFIRMED;
    Planned planned = taken.planned();
    boolean begun = taken.ride().open() && taken.ride().compareTo(Ride.LOCKED) > 0;
    if (taken.ride() == Ride.ARRIVED || confirmed && begun) {
      advance(owner, order, taken);
    } else if (!taken.ride().open()) {
      decline(owner, order, taken, taken.changes().getLast().text());
    } else if (planned == null || lost(order, taken)) {
      if (confirmed) {
        decline(owner, order, taken, NO_VEHICLE);
      }
      return;
    } else if (!confirmed && planned.pickupAt().isAfter(order.pickupUntil())) {
      // What was promised the patient binds whoever drives.
      decline(owner, order, taken, NO_VEHICLE);
    } else if (!confirmed || differs(booking.pickupAt(), planned.pickupAt())) {
      orders.follow(
          owner.code(),
          new AnswerBooking(order.id(), true, planned.unit(), planned.pickupAt(), ""));
    }
    if (confirmed && taken.ride().open()) {
      orders.introduce(taken, order);
    }
  }

  /**
   * Whether the vehicle that was on its way to the patient is gone, as for a prio 1. The ward has
   * seen it set out: its own region looks for another at once, whatever is found there instead.
   */
  private static boolean lost(Transport order, Transport taken) {
    Instant since = order.times().underWayAt();
    return since != null
        && taken.changes().stream()
            .anyMatch(h ->
                h.what().equals(TransportUnplanned.class.getSimpleName())
                    && !h.at().isBefore(since));
  }

  /**
   * What the receiver has said stands in both regions, whichever the receiver is in and whoever
   * wrote it down: what was said last.
   */
  private void answers(Region owner, Transport order, Region host, Transport taken) {
    if (order.reception() == taken.reception()) {
      return;
    }
    Happening here = answered(order);
    Happening there = answered(taken);
    if (there != null && (here == null || there.at().isAfter(here.at()))) {
      orders.follow(owner.code(), said(order.id(), taken, there));
    } else if (here != null && taken.ride().open()) {
      orders.follow(host.code(), said(taken.id(), order, here));
    }
  }

  private static @Nullable Happening answered(Transport t) {
    return t.reception() == Reception.ACCEPTED || t.reception() == Reception.DECLINED
        ? t.changes().reversed().stream()
            .filter(h -> h.what().equals(ReceiverAnswered.class.getSimpleName()))
            .findFirst()
            .orElse(null)
        : null;
  }

  private static TransportCommand said(TransportId to, Transport by, Happening answer) {
    boolean accepted = by.reception() == Reception.ACCEPTED;
    return new TransportCommand.Answer(to, accepted, answer.text());
  }

  /** The ward that ordered sees how far the ride has come, whoever drives. */
  private void advance(Region owner, Transport order, Transport taken) {
    Instant at =
        switch (taken.ride()) {
          case UNDER_WAY -> taken.times().underWayAt();
          case LOADED -> taken.times().loadedAt();
          case ARRIVED -> taken.times().arrivedAt();
          case ORDERED, APPROVED, LOCKED, CANCELLED, REFUSED, ENDED -> null;
        };
    if (at != null && taken.ride().compareTo(order.ride()) > 0) {
      orders.follow(owner.code(), new Advance(order.id(), taken.ride(), at));
    }
  }

  private void decline(Region owner, Transport order, Transport taken, String text) {
    String why = text.length() < 2 ? NO_VEHICLE : text;
    orders.part(taken);
    orders.follow(owner.code(), new AnswerBooking(order.id(), false, "", null, why));
  }

  private static boolean differs(@Nullable Instant told, Instant planned) {
    return told == null || Duration.between(told, planned).abs().compareTo(TELL_LEAST) >= 0;
  }

  /** What is driven for a region that no longer has it so is given back. */
  private void giveBack(Transport taken, OnBehalf behalf) {
    Transport order = orders.find(behalf.region(), behalf.order()).orElse(null);
    Booking booking = order == null ? null : order.booking();
    boolean stands =
        order != null
            && booking != null
            && booking.answerable()
            && taken.region().equals(booking.region())
            && name(order, booking).equals(taken.id());
    if (!stands) {
      orders.part(taken);
      orders.follow(taken.region(), new TransportCommand.GiveBack(taken.id(), ""));
    }
  }

  /** Offers what a vehicle on its way home could take. */
  private void offer(List<Region> sharing, Known known) {
    int left = OFFERS_MAX;
    for (Region owner : sharing) {
      PlanState.Seen seen = known.state(owner.code()).seen();
      for (Transport t : seen == null ? List.<Transport>of() : seen.board().rides()) {
        Region host = left > 0 && mayOffer(t) ? host(sharing, owner, t, known) : null;
        if (host != null) {
          left--;
          offer(owner, t, host);
        }
      }
    }
  }

  private void offer(Region owner, Transport t, Region host) {
    try {
      orders.follow(
          owner.code(), new TransportCommand.Offer(t.id(), host.code(), host.pack().name()));
    } catch (Refused refused) {
      LOG.debug("not offered now: {}", refused.code());
    }
  }

  /** Once: what was offered and given back is driven by the region itself. */
  private static boolean mayOffer(Transport t) {
    boolean open = t.ride() == Ride.APPROVED && t.booking() == null && t.onBehalf() == null;
    boolean held = t.planned() != null && t.planned().held();
    boolean flies = t.leg() != null && t.leg().part().flies();
    return open && !held && !flies && MODES.contains(t.choice().mode());
  }

  private boolean lies(Region region, Stop stop) {
    HaltPlace place = doors.place(stop);
    return place != null && region.boundary().contains(place.position());
  }

  /** The region between which and its own the ride leads, if a vehicle of it drives there then. */
  private @Nullable Region host(List<Region> sharing, Region owner, Transport t, Known known) {
    for (Region host : sharing) {
      PlanState.Seen seen = known.state(host.code()).seen();
      boolean leads = leads(owner, t, host) || leads(host, t, owner);
      if (!host.code().equals(owner.code()) && seen != null && leads) {
        boolean home = leads(owner, t, host);
        boolean comes =
            seen.board().rides().stream()
                .anyMatch(other -> leads(host, other, owner) && isThere(other, t, home));
        return comes ? host : null;
      }
    }
    return null;
  }

  private boolean leads(Region from, Transport t, Region to) {
    return lies(from, t.request().from()) && lies(to, t.request().to());
  }

  /**
   * Whether the vehicle of another ride is where a patient is to be fetched, at about that time.
   *
   * @param home whether the patient goes along on the vehicle's way home, else on its way out
   */
  private static boolean isThere(Transport other, Transport t, boolean home) {
    Planned planned = other.planned();
    if (planned == null) {
      return false;
    }
    Instant at = home ? planned.arriveAt() : planned.pickupAt();
    return !at.isBefore(t.pickupFrom().minus(WAIT_MAX)) && !at.isAfter(t.pickupUntil());
  }

  /** What it costs the region to drive it itself: as it is planned, or as if nobody could. */
  private static int kronor(PlanState state, Transport order, PlanRules rules) {
    PlanState.Seen seen = state.seen();
    int ride = seen == null ? -1 : seen.board().ride(order.id());
    if (seen != null && ride >= 0) {
      int n = seen.board().rides().size();
      for (Plan.Tour tour : seen.plan().tours()) {
        if (tour.stops().contains(ride)) {
          List<Integer> rest =
              tour.stops().stream().filter(stop -> stop != ride && stop != n + ride).toList();
          double with = PlanChecker.cost(seen.board().problem(), tour);
          double without =
              PlanChecker.cost(seen.board().problem(), new Plan.Tour(tour.vehicle(), rest));
          // For less than what is worth moving a ride at home, none is moved between regions.
          double worth = (with - without) * (1 - rules.better().percent() / 100);
          return (int) Math.max(0, Math.round(worth));
        }
      }
    }
    return rules.unservedKronor();
  }
}
