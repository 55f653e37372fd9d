package se.dirigent.server.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.TransportRepository.Labels;

/** Writes what events make of orders. */
@Component
class OrderBook {
  private final TransportRepository transports;
  private final TransportAdvice advice;
  private final Regions regions;

  OrderBook(TransportRepository transports, TransportAdvice advice, Regions regions) {
    this.transports = transports;
    this.advice = advice;
    this.regions = regions;
  }

  /** Writes each order that the events are about, as the last of them leaves it. */
  void save(
      Region region, Map<TransportId, Transport> before, List<TransportEvent> events, Stamp stamp) {
    Map<TransportId, Transport> after = new LinkedHashMap<>();
    for (TransportEvent e : events) {
      Transport was =
          after.containsKey(e.transport()) ? after.get(e.transport()) : before.get(e.transport());
      after.put(e.transport(), Transports.fold(was, e, stamp));
    }
    after.values().forEach(t -> transports.save(t, labels(region, t), stamp.at()));
  }

  private Labels labels(Region region, Transport t) {
    Stop from = t.request().from();
    Stop to = t.request().to();
    String lets =
        advice.regionOf(region, from).equals(region.code()) ? advice.careUnit(region, from) : "";
    // The receiver of what is driven for another region sees the order there, whoever drives.
    return t.onBehalf() == null
        ? new Labels(lets, advice.regionOf(region, to), advice.careUnit(region, to), words(t))
        : new Labels(lets, region.code(), "", words(t));
  }

  /** Where, why, whose and by whom: what somebody on the telephone asks with. */
  private String words(Transport t) {
    Planned planned = t.planned();
    Booking booking = t.booking();
    return Stream.of(
            t.id().value(),
            t.careUnit(),
            place(t.request().from()),
            place(t.request().to()),
            t.request().reason(),
            t.request().ordainedBy(),
            planned == null ? "" : planned.unit(),
            booking == null ? "" : booking.carrier() + " " + booking.reference())
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  private String place(Stop stop) {
    String name = regions.findFacility(stop.facility()).map(Regions.Destination::name).orElse("");
    return String.join(" ", name, stop.department(), stop.address());
  }
}
