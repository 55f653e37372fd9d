package se.dirigent.server.picture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.RequestRefused;

/** How many may follow the live stream. */
class ReadersTest {
  private final Readers readers = new Readers();

  private void enter(String user, int times) {
    for (int n = 0; n < times; n++) {
      readers.enter(user);
    }
  }

  private Fault refusal(String user) {
    return assertThrows(RequestRefused.class, () -> readers.enter(user)).fault();
  }

  @Test
  void s1OneUserCannotTakeThePlacesOfOthers() {
    enter("a", Readers.OF_USER_MAX);
    assertEquals("stream.user", refusal("a").code());
    assertDoesNotThrow(() -> readers.enter("b"));
  }

  @Test
  void s2APlaceGivenBackCanBeTakenAgain() {
    enter("a", Readers.OF_USER_MAX);
    readers.leave("a");
    readers.enter("a");
    assertEquals(429, refusal("a").status());
  }

  @Test
  void s3TheServiceHasItsOwnLimit() {
    for (int user = 0; user < Readers.ALL_MAX / Readers.OF_USER_MAX; user++) {
      enter("user" + user, Readers.OF_USER_MAX);
    }
    Fault fault = refusal("late");
    assertEquals("stream.full", fault.code());
    assertEquals("5", fault.headers().get("Retry-After"));
    readers.leave("user0");
    assertDoesNotThrow(() -> readers.enter("late"));
  }
}
