package se.dirigent.benchmarks.engine;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleUnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.simulator.engine.Engine;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * Events a second: of the hold model, where each event plans one more so that as many stay pending,
 * and of a small whole model, a line before counters.
 */
@Command(
    name = "engine-bench",
    mixinStandardHelpOptions = true,
    description = "Events a second on one core, our kernel beside SSJ and DSOL")
public final class EngineBench implements Callable<Integer> {
  @Option(names = "--pending", defaultValue = "5000", description = "(${DEFAULT-VALUE})")
  private int pending;

  @Option(names = "--events", defaultValue = "2000000", description = "(${DEFAULT-VALUE})")
  private long events;

  @Option(names = "--rounds", defaultValue = "5", description = "best of (${DEFAULT-VALUE})")
  private int rounds;

  /** Of a mean wait, what two kernels may differ by that take equal moments in another order. */
  private static final double SAME = 1e-3;

  /** Shapes of the delay: as calls come, spread evenly, all alike, near and far, heavy-tailed. */
  private enum Shape {
    EXPONENTIAL(u -> -Math.log(1 - u)),
    UNIFORM(u -> 2 * u),
    CONSTANT(u -> 1),
    NEAR_AND_FAR(u -> u < 0.9 ? u / 50 : 10 * u),
    HEAVY_TAILED(u -> Math.pow(1 - u, -1 / 1.1) / 11);

    private final DoubleUnaryOperator inverse;

    Shape(DoubleUnaryOperator inverse) {
      this.inverse = inverse;
    }
  }

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EngineBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf("%d pending, million events a second, one core%n", pending);
    System.out.printf("%-14s %8s %8s %8s %8s%n", "delays", "ours", "heap", "SSJ", "DSOL");
    for (Shape shape : Shape.values()) {
      Delays delays = new Delays(shape.inverse);
      double[] best = new double[4];
      for (int round = 0; round < rounds; round++) {
        keep(best, 0, ours(delays));
        keep(best, 1, heap(delays));
        // The list SSJ chooses itself; its binary tree is as quick but stops at equal times.
        keep(best, 2, Peers.ssj(new SplayTree(), delays, pending, events));
        keep(best, 3, Peers.dsol(delays, pending, events));
      }
      say(shape.name().toLowerCase(Locale.ROOT), best, 1e-6);
      for (int peer = best.length - 1; peer >= 0; peer--) {
        best[peer] = best[0] / best[peer];
      }
      say("  ours is ×", best, 1);
    }
    for (int counters : new int[] {10, pending}) {
      line(counters);
    }
    return 0;
  }

  /** The small model; the same draws must give the same wait, or one of them is another model. */
  private void line(int counters) throws Exception {
    double[] best = new double[3];
    for (int round = 0; round < rounds; round++) {
      List<Lines.Run> runs =
          List.of(
              Lines.ours(counters, events / 2),
              Lines.ssj(counters, events / 2),
              Lines.dsol(counters, events / 2));
      for (int which = 0; which < best.length; which++) {
        keep(best, which, runs.get(which).perSecond());
        if (Math.abs(runs.get(which).meanWait() / runs.getFirst().meanWait() - 1) > SAME) {
          throw new IllegalStateException("not the same model: " + runs);
        }
      }
    }
    System.out.printf("line before %d counters: ours, SSJ, DSOL%n", counters);
    say("", best, 1e-6);
    for (int peer = best.length - 1; peer >= 0; peer--) {
      best[peer] = best[0] / best[peer];
    }
    say("  ours is ×", best, 1);
  }

  private static void keep(double[] best, int which, double perSecond) {
    best[which] = Math.max(best[which], perSecond);
  }

  private static void say(String what, double[] values, double scale) {
    System.out.printf("%-14s", what);
    for (double value : values) {
      System.out.printf(Locale.ROOT, " %8.2f", value * scale);
    }
    System.out.println();
  }

  private double ours(Delays delays) {
    Engine engine = new Engine();
    for (int i = 0; i < pending; i++) {
      engine.plan((long) delays.next(), i);
    }
    long begun = System.nanoTime();
    while (engine.events() < events) {
      engine.run(
          what -> engine.plan(engine.now() + (long) delays.next(), what), engine.now() + 100_000);
    }
    return engine.events() * 1e9 / (System.nanoTime() - begun);
  }

  private double heap(Delays delays) {
    FourHeap heap = new FourHeap();
    for (int i = 0; i < pending; i++) {
      heap.add((long) delays.next(), i);
    }
    long begun = System.nanoTime();
    for (long i = 0; i < events && heap.advance(); i++) {
      heap.add(heap.at() + (long) delays.next(), heap.what());
    }
    return events * 1e9 / (System.nanoTime() - begun);
  }
}
