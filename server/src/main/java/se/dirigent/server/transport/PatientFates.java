package se.dirigent.server.transport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Leg;
import se.dirigent.core.transport.PatientNews;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Closes orders whose patient needs them no longer: as a ward says, or a patient system tells. */
@Service
class PatientFates {
  private final Commands commands;
  private final Regions regions;
  private final PatientRegister patients;
  private final TransportRepository transports;
  private final OrderBook book;
  private final TransportService service;

  PatientFates(
      Commands commands,
      Regions regions,
      PatientRegister patients,
      TransportRepository transports,
      OrderBook book,
      TransportService service) {
    this.commands = commands;
    this.regions = regions;
    this.patients = patients;
    this.transports = transports;
    this.book = book;
    this.service = service;
  }

  /**
   * Closes the open orders of the order's patient, who needs none of them any longer; one whose
   * patient is on board goes on. A ward closes those that it ordered or that the patient leaves it
   * by, and no other ward's: what is said there is not its to say.
   */
  Answer end(CommandOrigin origin, TransportId id, Fate fate, String text) {
    record Ending(TransportId transport, Fate fate, String text) {}
    Transport seen = service.get(origin.region(), id, origin.actor());
    Region region = regions.getServed(origin.region());
    requireLets(origin, id);
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), new Ending(id, fate, text)),
        stamp -> {
          List<Transport> open = transports.lockOpen(region.code(), seen.patient());
          List<TransportEvent> events = new ArrayList<>();
          for (Transport t : open) {
            // A leg ends with its order: nobody is to be fetched back who does not go.
            Leg leg = t.leg();
            boolean lets = lets(origin, t.id()) || leg != null && lets(origin, leg.of());
            if (lets && t.ride() != Transport.Ride.LOADED || t.id().equals(id)) {
              events.addAll(ended(t, fate, text, stamp));
            }
          }
          book.save(region, TransportService.byId(open), events, stamp);
          return new Decision(id.value(), events);
        });
  }

  /**
   * Closes those of a patient's orders that follow from what a patient system tells. One that is
   * not known here has no orders: nothing is closed, and nothing is wrong.
   *
   * @param at where the patient is now, or null
   * @return how many orders were closed, as the thing of the answer
   * @throws Refused {@code personalNumber.*}, or of the text
   */
  Answer told(
      CommandOrigin origin, String personalNumber, Fate fate, @Nullable Stop at, String text) {
    record Telling(@Nullable PatientId patient, Fate fate, @Nullable Stop at, String text) {}
    Region region = regions.getServed(origin.region());
    PatientId patient = patients.find(region.code(), personalNumber, origin.actor()).orElse(null);
    PatientNews news = new PatientNews(fate, at);
    return commands.run(
        new CommandCall(
            origin.region(), origin.id(), origin.by(), new Telling(patient, fate, at, text)),
        stamp -> {
          List<Transport> open =
              patient == null ? List.of() : transports.lockOpen(region.code(), patient);
          List<Transport> ended = open.stream().filter(news::ends).toList();
          List<TransportEvent> events = new ArrayList<>();
          for (Transport t : ended) {
            events.addAll(ended(t, fate, text, stamp));
          }
          book.save(region, TransportService.byId(open), events, stamp);
          return new Decision("" + ended.size(), events);
        });
  }

  private static List<TransportEvent> ended(Transport t, Fate fate, String text, Stamp stamp) {
    var command = new TransportCommand.End(t.id(), fate, text);
    return Transports.decide(t, command, Circumstances.none(), stamp);
  }

  private void requireLets(CommandOrigin origin, TransportId id) {
    if (!lets(origin, id)) {
      throw RequestRefused.forbidden();
    }
  }

  private boolean lets(CommandOrigin origin, TransportId id) {
    return Sight.all(origin.actor(), origin.region())
        || transports.lets(origin.region(), id, origin.actor().careUnit());
  }
}
