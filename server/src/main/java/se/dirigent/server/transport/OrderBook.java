package se.dirigent.server.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.transport.TransportRepository.CareUnits;

/** Writes what events make of orders. */
@Component
class OrderBook {
  private final TransportRepository transports;
  private final TransportAdvice advice;

  OrderBook(TransportRepository transports, TransportAdvice advice) {
    this.transports = transports;
    this.advice = advice;
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
    after.values().forEach(t -> transports.save(t, careUnits(region, t.request()), stamp.at()));
  }

  private CareUnits careUnits(Region region, Request r) {
    return new CareUnits(
        advice.careUnit(region, "from", r.from()), advice.careUnit(region, "to", r.to()));
  }
}
