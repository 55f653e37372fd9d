package se.dirigent.server.transport;

import java.util.List;
import org.springframework.stereotype.Service;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Transport;

/** Orders for the room that plans them: read without the wards' limits, changed by commands. */
@Service
public class PlannedOrders {
  private final TransportRepository transports;

  PlannedOrders(TransportRepository transports) {
    this.transports = transports;
  }

  /**
   * Open orders that may have a vehicle, those approved and further on, the first to be picked up
   * first.
   */
  public List<Transport> list(RegionCode region, int limit) {
    return transports.listPlannable(region, limit);
  }
}
