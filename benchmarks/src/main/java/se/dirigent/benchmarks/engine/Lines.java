package se.dirigent.benchmarks.engine;

import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import se.dirigent.simulator.engine.Engine;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The line before counters in our kernel and in the open ones for Java, each as its guide says. */
final class Lines {
  /** Longer than any run. */
  private static final double FOREVER = 1e15;

  private Lines() {}

  /**
   * What a run came to.
   *
   * @param perSecond events, two for each customer
   * @param meanWait see {@link Line#meanWait}
   */
  record Run(double perSecond, double meanWait) {
    static Run of(Line line, long customers, long begun) {
      double perSecond = 2 * customers * 1e9 / (System.nanoTime() - begun);
      return new Run(perSecond, line.meanWait());
    }
  }

  static Run ours(int counters, long customers) {
    Line line = new Line(counters, customers);
    Engine engine = new Engine();
    engine.plan((long) line.untilNext(), 0);
    long begun = System.nanoTime();
    engine.run(
        what -> {
          long now = engine.now();
          boolean serves;
          if (what == 0) {
            if (line.more()) {
              engine.plan(now + (long) line.untilNext(), 0);
            }
            serves = line.comes(now);
          } else {
            serves = line.leaves(now);
          }
          if (serves) {
            engine.plan(now + (long) line.service(), 1);
          }
        },
        (long) FOREVER);
    return Run.of(line, customers, begun);
  }

  static Run ssj(int counters, long customers) {
    Line line = new Line(counters, customers);
    Simulator simulator = new Simulator(new SplayTree());
    simulator.init();
    new Coming(simulator, line).schedule(line.untilNext());
    long begun = System.nanoTime();
    simulator.start();
    return Run.of(line, customers, begun);
  }

  private static final class Coming extends Event {
    private final Line line;

    Coming(Simulator simulator, Line line) {
      super(simulator);
      this.line = line;
    }

    @Override
    public void actions() {
      if (line.more()) {
        schedule(line.untilNext());
      }
      if (line.comes(sim.time())) {
        new Leaving(sim, line).schedule(line.service());
      }
    }
  }

  private static final class Leaving extends Event {
    private final Line line;

    Leaving(Simulator simulator, Line line) {
      super(simulator);
      this.line = line;
    }

    @Override
    public void actions() {
      if (line.leaves(sim.time())) {
        schedule(line.service());
      }
    }
  }

  static Run dsol(int counters, long customers) throws SimRuntimeException, InterruptedException {
    Line line = new Line(counters, customers);
    DevsSimulator<Double> simulator = new DevsSimulator<>("line");
    simulator.initialize(
        new Counters(simulator, line), new SingleReplication<>("one", 0.0, 0.0, FOREVER), true);
    long begun = System.nanoTime();
    simulator.start();
    while (simulator.isStartingOrRunning()) {
      Thread.sleep(1);
    }
    Run run = Run.of(line, customers, begun);
    simulator.cleanUp();
    return run;
  }

  private static final class Counters extends AbstractDsolModel<Double, DevsSimulator<Double>> {
    private static final long serialVersionUID = 1;
    private final transient Line line;

    Counters(DevsSimulator<Double> simulator, Line line) {
      super(simulator);
      this.line = line;
    }

    @Override
    public void constructModel() {
      after(line.untilNext(), this::comes);
    }

    private void comes() {
      if (line.more()) {
        after(line.untilNext(), this::comes);
      }
      if (line.comes(getSimulator().getSimulatorTime())) {
        after(line.service(), this::leaves);
      }
    }

    private void leaves() {
      if (line.leaves(getSimulator().getSimulatorTime())) {
        after(line.service(), this::leaves);
      }
    }

    private void after(double delay, Executable todo) {
      try {
        getSimulator().scheduleEventRel(delay, todo);
      } catch (SimRuntimeException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
