package se.dirigent.core.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Fate;

/**
 * What a hospital's patient system tells of a patient: from it follows which orders close
 * themselves. It tells it of every patient at every change, and knows nothing of orders.
 *
 * @param at where the patient is now; null when it is not said, or nowhere any longer
 */
public record PatientNews(Fate fate, @Nullable Stop at) {
  public PatientNews {
    Objects.requireNonNull(fate, "fate");
  }

  /**
   * Whether the patient needs the order no longer. Who is on board goes on: the crew tells the
   * rest. Who went home may still be driven home, or from there to a visit; who was moved is
   * fetched where the patient is now, and not where nobody lies any longer.
   */
  public boolean ends(Transport order) {
    if (!order.ride().open() || order.ride() == Ride.LOADED) {
      return false;
    }
    Request asked = order.request();
    return switch (fate) {
      case DIED -> true;
      case DISCHARGED -> !asked.from().isHome() && !asked.to().isHome();
      case MOVED -> !asked.from().isHome() && (at == null || !asked.from().same(at));
    };
  }
}
