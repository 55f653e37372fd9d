package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceRefused;

/** What a person is told of when a part of the demonstration is refused. */
class RefusedPartTest {
  private final List<String> told = new ArrayList<>();
  private final Play play =
      new Play(
          new ServiceClient(URI.create("http://localhost"), "", Duration.ZERO),
          "jamtland-harjedalen",
          new LivePicture(),
          Map.of(),
          new DemoControls("", new ScaledClock(Instant.EPOCH, 1), Automatic.parse("off")),
          told::add);

  private void refused(int status, String code) {
    play.refused("refusals", "assign", new ServiceRefused(status, code, "/x", "Skäl"));
  }

  @Test
  void s1WhoWasTooLateIsCountedAndNotTold() {
    refused(409, "unit.busy");
    refused(409, "assignment.ended");
    refused(422, "shift.past");
    assertEquals(List.of(), told);
    assertEquals("{refusals=3}", play.counts().toString());
  }

  @Test
  void s2AFaultOfOursIsTold() {
    refused(422, "time.future");
    refused(404, "incident.unknown");
    assertEquals(List.of("assign: 422 /x Skäl", "assign: 404 /x Skäl"), told);
  }

  @Test
  void s3ATokenThatIsNotGoodStopsThePartForAWhile() {
    assertThrows(ServiceRefused.class, () -> refused(401, "access.unauthenticated"));
    assertThrows(ServiceRefused.class, () -> refused(403, "access.forbidden"));
    assertEquals("{refusals=2}", play.counts().toString());
  }
}
