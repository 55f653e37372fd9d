package se.dirigent.app.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.Refused;
import se.dirigent.routing.network.SharedTravelTimes;

/** A key from a file, tried on random events. */
class KeyTestRunTest {
  @TempDir private Path folder = Path.of("");

  private KeyTestRun run(String facility) throws IOException {
    StringBuilder shares = new StringBuilder();
    for (String category : List.of("IMMEDIATE", "DELAYED", "MINIMAL")) {
      shares
          .append(shares.isEmpty() ? "" : ",")
          .append("{\"facility\":\"")
          .append(facility)
          .append("\",\"category\":\"")
          .append(category)
          .append("\",\"firstHourPercent\":100,\"followingPercent\":100}");
    }
    Path file = folder.resolve("key.json");
    Files.writeString(
        file,
        """
        {"code":"prov","name":"Prov","region":"jamtland-harjedalen","type":"OTHER","version":1,
         "validFrom":"2026-01-01","validUntil":"2027-12-31","approver":"Beredskapschef",
         "reviewOn":"2027-01-01","shares":[%s],"limits":[],
         "overflow":[{"tier":"HEALTH_CARE_REGION","facilities":["sundsvall"]}]}
        """
            .formatted(shares));
    SharedTravelTimes times = SharedTravelTimes.of(folder.resolve("roads"));
    return KeyTestRun.of(file, new Packs(), times, 50, 1);
  }

  @Test
  void s01ALineForEachDisturbance() throws IOException {
    List<String> lines = run("ostersund").lines();
    assertEquals(7, lines.size());
    assertTrue(lines.getFirst().startsWith("Prov, version 1, on 50 events"));
    assertTrue(lines.get(3).startsWith("hospital_gone"), lines::toString);
    assertEquals(lines, run("ostersund").lines(), "the same seed, the same answer");
  }

  @Test
  void s02AHospitalThatIsNotThereIsRefused() {
    assertEquals("key.hospital", assertThrows(Refused.class, () -> run("ingenstans")).code());
  }
}
