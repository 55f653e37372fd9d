package se.dirigent.server.road;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.Position;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.Stretch;
import se.dirigent.core.road.Told;
import se.dirigent.routing.closure.Contradiction;
import se.dirigent.routing.closure.Met;
import se.dirigent.routing.closure.Outcome;
import se.dirigent.routing.closure.Restriction;
import se.dirigent.routing.closure.Shape;
import se.dirigent.routing.network.SharedTravelTimes;

/**
 * Keeps the obstacles that stand in force in the travel times: after each command of ours, and
 * twice a second in case another service wrote or the time of one has come.
 */
@Component
class RoadsInForce {
  private static final Logger LOG = LoggerFactory.getLogger(RoadsInForce.class);

  private final ObstacleRepository obstacles;
  private final SharedTravelTimes times;
  private final InstantSource clock;
  private final ApplicationEventPublisher publisher;
  private List<Standing> standing = List.of();
  private volatile List<Contradiction> contradictions = List.of();

  /** What tells that something has changed. */
  private record Standing(String id, int version, boolean holds) {}

  RoadsInForce(
      ObstacleRepository obstacles,
      SharedTravelTimes times,
      InstantSource clock,
      ApplicationEventPublisher publisher) {
    this.obstacles = obstacles;
    this.times = times;
    this.clock = clock;
    this.publisher = publisher;
  }

  @Scheduled(fixedDelay = 500)
  void lookAgain() {
    try {
      look();
    } catch (DataAccessException e) {
      LOG.warn("obstacles could not be read; those known stay in force: {}", e.toString());
    }
  }

  /** Puts in force what the tables hold now. */
  synchronized void look() {
    List<Obstacle> open = obstacles.listOpen();
    Instant now = clock.instant();
    List<Restriction> restrictions =
        open.stream().map(o -> restriction(o.id().value(), o.told(), o.reportedAt())).toList();
    List<Standing> found =
        open.stream()
            .map(o ->
                new Standing(
                    o.id().value(),
                    o.version(),
                    restriction(o.id().value(), o.told(), o.reportedAt()).holdsAt(now)))
            .toList();
    if (found.equals(standing)) {
      return;
    }
    Outcome outcome = times.restrict(restrictions);
    contradictions = outcome.contradictions();
    standing = found;
    publisher.publishEvent(new RoadsChanged());
  }

  /** How many roads it would meet. */
  int count(Told told) {
    return met(told).roads();
  }

  /** The roads it meets. */
  Met met(Told told) {
    return times.met(restriction("asked", told, Instant.EPOCH));
  }

  /** Reports in force that cannot both be true. */
  List<Contradiction> contradictions() {
    return contradictions;
  }

  private static Restriction restriction(String id, Told told, Instant reportedAt) {
    Instant from = Objects.requireNonNullElse(told.from(), reportedAt);
    List<Position> line = told.where().positions();
    Shape shape = shape(told.where().shape());
    Double delay = told.delay();
    return delay == null
        ? new Restriction.Closed(id, shape, line, from, told.until(), told.source())
        : new Restriction.Slow(id, shape, line, from, told.until(), told.source(), delay);
  }

  private static Shape shape(Stretch.Shape shape) {
    return switch (shape) {
      case POINT, ACROSS -> Shape.ACROSS;
      case ALONG -> Shape.ALONG;
      case AREA -> Shape.AREA;
    };
  }
}
