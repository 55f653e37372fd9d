package se.dirigent.server.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand.AddNote;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.RunningService;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.problem.Language;

/** Who locks two incidents locks them by name, whichever repeats which. */
class LockOrderTest {
  private static final RunningService SERVICE = RunningService.start(LockOrderTest.class);
  private static final RegionCode REGION = new RegionCode(RunningService.REGION);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final IncidentService service = SERVICE.bean(IncidentService.class);
  private final JdbcClient client = SERVICE.bean(JdbcClient.class);
  private final TransactionTemplate transaction = SERVICE.bean(TransactionTemplate.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static IncidentId open(String number) {
    String body =
        """
        {"source":"SOS_ALARM",
         "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
         "description":"Prov","priority":"2A"}
        """;
    var reply = SERVICE.put(SERVICE.path("/intake/sos/locks/" + number), body);
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return new IncidentId("sos", "locks", number);
  }

  private Answer note(IncidentId incident) {
    return service.run(REGION, UUID.randomUUID(), "test", new AddNote(incident, "Porten är öppen"));
  }

  @Test
  void aCommandOnADuplicateWaitsForItsOriginalWithoutHoldingTheDuplicate() throws Exception {
    IncidentId original = open("1");
    IncidentId duplicate = open("2");
    Actor actor = new Actor("test", "Test", "Prov", Set.of(), null, Language.SV);
    CommandOrigin origin = new CommandOrigin(REGION, UUID.randomUUID(), actor, null);
    service.linkDuplicate(origin, duplicate, original);
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> noted =
          transaction.execute(_ -> {
            lock(original, "for update");
            Future<Answer> started = other.submit(() -> note(duplicate));
            awaitSomebodyWaiting();
            // In the other order this would fail: the command would hold it and wait for us.
            lock(duplicate, "for update nowait");
            return started;
          });
      assertTrue(noted.get().seq() > 0);
    }
  }

  private void lock(IncidentId incident, String how) {
    client
        .sql("select 1 from incident where region = ? and id = ? " + how)
        .params(REGION.value(), incident.toString())
        .query(Integer.class)
        .single();
  }

  private void awaitSomebodyWaiting() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      int waiting =
          client
              .sql(
                  """
                  select count(*) from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock'
                  """)
              .query(Integer.class)
              .single();
      if (waiting > 0) {
        return;
      }
    }
    throw new AssertionError("nobody waited for the original");
  }
}
