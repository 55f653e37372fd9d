package se.dirigent.server.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;

/** Who is where: comes, turns, goes, and is forgotten by itself. */
class PresencesTest {
  private static final RegionCode HERE = new RegionCode("prov");
  private static final IncidentId A = IncidentId.parse("sos:presence:1");
  private static final IncidentId B = IncidentId.parse("sos:presence:2");

  private final AtomicLong nanos = new AtomicLong(1);
  private final Presences presences = new Presences(nanos::get);

  private static Presence at(String user, IncidentId incident, String form) {
    return new Presence(user, "Testperson " + user, incident, form.isEmpty() ? null : form);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void scenario1OneLooksAndTheOthersSeeIt() {
    presences.tell(HERE, "ett", UUID.randomUUID(), at("ett", A, ""));
    assertEquals(List.of(at("ett", A, "")), presences.of(HERE).people());
    assertEquals(List.of(), presences.of(new RegionCode("annan")).people());
  }

  @Test
  void scenario2AFormIsOpenedAndTheVersionTellsThatItWas() {
    UUID window = UUID.randomUUID();
    presences.tell(HERE, "ett", window, at("ett", A, ""));
    long before = presences.of(HERE).version();
    presences.tell(HERE, "ett", window, at("ett", A, ""));
    assertEquals(before, presences.of(HERE).version(), "the same word again is no news");
    presences.tell(HERE, "ett", window, at("ett", A, "priority"));
    assertTrue(presences.of(HERE).version() > before);
    assertEquals("priority", presences.of(HERE).people().getFirst().form());
  }

  @Test
  void scenario3WhoGoesOnLeavesNoTrace() {
    UUID window = UUID.randomUUID();
    presences.tell(HERE, "ett", window, at("ett", A, ""));
    presences.tell(HERE, "ett", window, at("ett", B, ""));
    assertEquals(List.of(at("ett", B, "")), presences.of(HERE).people());
    presences.tell(HERE, "ett", window, null);
    assertEquals(List.of(), presences.of(HERE).people());
  }

  @Test
  void scenario4WhoFallsSilentIsGoneWithinSeconds() {
    presences.tell(HERE, "ett", UUID.randomUUID(), at("ett", A, "note"));
    pass(Presences.LIFE);
    assertEquals(1, presences.of(HERE).people().size());
    long before = presences.of(HERE).version();
    pass(Duration.ofMillis(1));
    assertEquals(List.of(), presences.of(HERE).people());
    assertTrue(presences.of(HERE).version() > before);
    assertTrue(Presences.LIFE.toSeconds() < 10);
  }

  @Test
  void scenario5TwoWindowsOfOnePersonAreOneLine() {
    presences.tell(HERE, "ett", UUID.randomUUID(), at("ett", A, "note"));
    presences.tell(HERE, "ett", UUID.randomUUID(), at("ett", A, ""));
    presences.tell(HERE, "två", UUID.randomUUID(), at("två", A, ""));
    assertEquals(List.of(at("ett", A, "note"), at("två", A, "")), presences.of(HERE).people());
  }

  @Test
  void scenario6ThereIsABoundForOneAndForAll() {
    for (int i = 0; i < 3 * Presences.OF_USER_MAX; i++) {
      IncidentId other = IncidentId.parse("sos:presence:" + i);
      presences.tell(HERE, "ett", UUID.randomUUID(), at("ett", other, ""));
    }
    assertEquals(Presences.OF_USER_MAX, presences.of(HERE).people().size());
    for (int i = 0; i < 2 * Presences.OF_REGION_MAX; i++) {
      presences.tell(HERE, "u" + i, UUID.randomUUID(), at("u" + i, A, ""));
    }
    assertEquals(Presences.OF_REGION_MAX, presences.of(HERE).people().size());
  }

  @Test
  void scenario7AFormHasAName() {
    assertThrows(Refused.class, () -> at("ett", A, "<b>"));
    assertThrows(Refused.class, () -> at("ett", A, "x".repeat(33)));
  }
}
