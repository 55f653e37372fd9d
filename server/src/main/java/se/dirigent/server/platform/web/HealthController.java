package se.dirigent.server.platform.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whether the service can do its work. */
@RestController
class HealthController {
  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
  private static final int SECONDS_MAX = 2;

  private final DataSource database;
  private final InstantSource clock;
  private final Version version;
  private final List<HealthPart> parts;
  private final ApplicationAvailability start;
  private final List<Readiness> awaited;

  HealthController(
      DataSource database,
      InstantSource clock,
      Version version,
      List<HealthPart> parts,
      ApplicationAvailability start,
      List<Readiness> awaited) {
    this.database = database;
    this.clock = clock;
    this.version = version;
    this.parts = List.copyOf(parts);
    this.start = start;
    this.awaited = List.copyOf(awaited);
  }

  /**
   * The state of the service.
   *
   * @param status {@code UP}; {@code DOWN} when a part is; {@code STARTING} while users, units or
   *     whatever else its mode needs are still being made
   * @param version of the program
   * @param now the service's clock
   * @param parts state of each part, by name
   */
  record Health(String status, String version, Instant now, Map<String, Object> parts) {}

  @GetMapping("/health")
  @OpenToAll("Watched by machines that have no account; says nothing about anybody.")
  ResponseEntity<Health> health() {
    var states = new TreeMap<String, Object>();
    boolean well = add(states, "database", this::database);
    for (HealthPart part : parts) {
      well &= add(states, part.name(), part::check);
    }
    String status = !well ? "DOWN" : started() ? "UP" : "STARTING";
    var health = new Health(status, version.number(), clock.instant(), states);
    return ResponseEntity.status(status.equals("UP") ? 200 : 503)
        .header("Cache-Control", "no-store")
        .body(health);
  }

  /** Requests are answered before the start's last steps, which make users and units. */
  private boolean started() {
    return start.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
        && awaited.stream().allMatch(Readiness::ready);
  }

  private static boolean add(
      Map<String, Object> states, String name, java.util.function.Supplier<Object> check) {
    try {
      states.put(name, check.get());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("Health: {} is down", name, e);
      states.put(name, "DOWN");
      return false;
    }
  }

  private Object database() {
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(SECONDS_MAX)) {
        throw new IllegalStateException("The database does not answer.");
      }
      return "UP";
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached.", e);
    }
  }
}
