package se.dirigent.simulator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private record Planned(long at, long number) {}

  @Test
  void s1_emptyHasNothingNext() {
    Agenda agenda = new Agenda();
    assertFalse(agenda.advance());
    assertEquals(Long.MAX_VALUE, agenda.peek());
    assertEquals(0, agenda.size());
  }

  @Test
  void s2_earliestFirst() {
    Agenda agenda = new Agenda();
    agenda.add(30, 3);
    agenda.add(10, 1);
    agenda.add(20, 2);
    for (int i = 1; i <= 3; i++) {
      assertTrue(agenda.advance());
      assertEquals(10 * i, agenda.at());
      assertEquals(i, agenda.what());
    }
  }

  @Test
  void s3_sameTimeInTheOrderPlanned() {
    Agenda agenda = new Agenda();
    for (int i = 0; i < 5_000; i++) {
      agenda.add(7, i);
    }
    agenda.add(3, -1);
    agenda.advance();
    agenda.add(7, 5_000);
    for (int i = 0; i <= 5_000; i++) {
      agenda.advance();
      assertEquals(i, agenda.what());
    }
  }

  /** Whatever the delays and the number pending, the order is that of a heap with numbers. */
  @Test
  void s4_sameOrderAsTheStandardHeap() {
    SplittableRandom chance = new SplittableRandom(4);
    compare(1, chance, x -> 1 + chance.nextLong(1_000));
    compare(40, chance, x -> 0);
    compare(500, chance, x -> chance.nextLong(3));
    compare(5_000, chance, x -> chance.nextLong(2_000_000));
    compare(5_000, chance, x -> (long) (-Math.log(1 - chance.nextDouble()) * 1e6));
    compare(5_000, chance, x -> chance.nextInt(10) == 0 ? 20_000_000 : chance.nextLong(50));
    compare(5_000, chance, x -> (long) Math.pow(1 - chance.nextDouble(), -2));
    compare(900, chance, x -> 1L << chance.nextInt(55));
    compare(3_000, chance, x -> chance.nextInt(50) == 0 ? chance.nextLong(1L << 40) : 1);
  }

  /** Pending goes up and down around a number, by bursts. */
  private static void compare(int pending, SplittableRandom chance, LongUnaryOperator delay) {
    Agenda agenda = new Agenda();
    PriorityQueue<Planned> heap =
        new PriorityQueue<>(
            Comparator.comparingLong(Planned::at).thenComparingLong(Planned::number));
    long number = 0;
    long now = 0;
    for (int step = 0; step < 60_000; step++) {
      boolean grow = heap.size() < pending / 2 || heap.size() < 2 * pending && chance.nextBoolean();
      int more = grow ? 2 : chance.nextInt(2);
      for (int i = 0; i < more; i++) {
        long at = now + delay.applyAsLong(number);
        agenda.add(at, number);
        heap.add(new Planned(at, number++));
      }
      assertEquals(heap.size(), agenda.size());
      Planned next = heap.poll();
      assertEquals(next != null, agenda.advance());
      if (next != null) {
        assertEquals(next, new Planned(agenda.at(), agenda.what()));
        now = next.at();
      }
    }
  }
}
