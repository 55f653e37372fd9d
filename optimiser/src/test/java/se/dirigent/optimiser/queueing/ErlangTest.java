package se.dirigent.optimiser.queueing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ErlangTest {
  @Test
  void s1_oneServer() {
    assertEquals(0.5, Erlang.lost(1, 1), 1e-12);
    assertEquals(0.25, Erlang.waiting(0.25, 1), 1e-12);
  }

  @Test
  void s2_publishedAnchors() {
    assertEquals(0.134328, Erlang.lost(1.5, 3), 1e-6);
    assertEquals(0.236842, Erlang.waiting(1.5, 3), 1e-6);
    assertEquals(0.050222, Erlang.lost(20, 25), 1e-6);
    assertEquals(0.209103, Erlang.waiting(20, 25), 1e-6);
  }

  @Test
  void s3_edges() {
    assertEquals(1, Erlang.lost(2, 0));
    assertEquals(0, Erlang.lost(0, 3));
    assertEquals(1, Erlang.waiting(3, 3));
    assertThrows(IllegalArgumentException.class, () -> Erlang.lost(-1, 3));
    assertThrows(IllegalArgumentException.class, () -> Erlang.lost(Double.NaN, 3));
    assertThrows(IllegalArgumentException.class, () -> Erlang.waiting(1, 0));
  }
}
