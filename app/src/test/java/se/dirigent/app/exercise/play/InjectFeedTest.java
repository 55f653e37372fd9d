package se.dirigent.app.exercise.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class InjectFeedTest {
  /** The service takes no command under an id of version 3: it makes those itself. */
  @Test
  void t01_theIdOfWhatIsToldIsTheSameEachTimeAndNoneOfTheServicesOwn() {
    UUID id = InjectFeed.id("Crash news 1");
    assertEquals(8, id.version());
    assertEquals(2, id.variant());
    assertEquals(id, InjectFeed.id("Crash news 1"));
    assertNotEquals(id, InjectFeed.id("Crash news 2"));
  }
}
