package se.dirigent.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineTest {
  @Test
  void s1_runsUpToAMomentAndNoFurther() {
    Engine engine = new Engine();
    List<Long> happened = new ArrayList<>();
    engine.plan(5, 50);
    engine.plan(9, 90);
    engine.plan(10, 100);
    engine.run(happened::add, 10);
    assertEquals(List.of(50L, 90L), happened);
    assertEquals(10, engine.now());
    assertEquals(1, engine.pending());
    engine.run(happened::add, 11);
    assertEquals(List.of(50L, 90L, 100L), happened);
    assertEquals(3, engine.events());
  }

  @Test
  void s2_nothingIsPlannedForThePast() {
    Engine engine = new Engine();
    engine.run(what -> {}, 10);
    assertThrows(IllegalArgumentException.class, () -> engine.plan(9, 1));
    engine.plan(10, 1);
  }

  @Test
  void s3_theHashKnowsTimeEventOrderAndNote() {
    assertEquals(hash(new long[][] {{1, 1}, {2, 2}}), hash(new long[][] {{2, 2}, {1, 1}}));
    assertNotEquals(hash(new long[][] {{1, 1}, {2, 2}}), hash(new long[][] {{1, 1}, {3, 2}}));
    assertNotEquals(hash(new long[][] {{1, 1}, {2, 2}}), hash(new long[][] {{1, 1}, {2, 3}}));
    assertNotEquals(hash(new long[][] {{1, 1}, {1, 2}}), hash(new long[][] {{1, 2}, {1, 1}}));
    Engine engine = new Engine();
    engine.note(1);
    assertNotEquals(new Engine().traceHash(), engine.traceHash());
  }

  /** The figure is written down: another one on another machine is a fault. */
  @Test
  void s4_sameSeedSameHashOnEveryMachineAndThread() {
    long alone = hold(11);
    assertEquals(-7317355492415696923L, alone);
    List<Long> together = IntStream.range(0, 8).parallel().mapToObj(i -> hold(11)).toList();
    assertEquals(List.of(alone), together.stream().distinct().toList());
    assertNotEquals(alone, hold(12));
  }

  private static long hash(long[][] plans) {
    Engine engine = new Engine();
    for (long[] plan : plans) {
      engine.plan(plan[0], plan[1]);
    }
    engine.run(what -> {}, 100);
    return engine.traceHash();
  }

  private static long hold(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Engine engine = new Engine();
    for (int i = 0; i < 1_000; i++) {
      engine.plan(chance.nextLong(1_000_000), i);
    }
    engine.run(what -> engine.plan(engine.now() + chance.nextLong(2_000_000), what), 50_000_000);
    return engine.traceHash();
  }
}
