package se.dirigent.benchmarks.engine;

import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** The same hold model in the open event kernels for Java. */
final class Peers {
  /** Longer than any run in the peers' own time. */
  private static final double FOREVER = 1e12;

  private Peers() {}

  /** SSJ of the University of Montreal, with one of its own event lists. */
  static double ssj(EventList list, Delays delays, int pending, long events) {
    Simulator simulator = new Simulator(list);
    simulator.init();
    long[] left = {events};
    for (int i = 0; i < pending; i++) {
      new Event(simulator) {
        @Override
        public void actions() {
          if (--left[0] <= 0) {
            sim.stop();
          } else {
            schedule(delays.next());
          }
        }
      }.schedule(delays.next());
    }
    long begun = System.nanoTime();
    simulator.start();
    return events * 1e9 / (System.nanoTime() - begun);
  }

  /** DSOL of the Delft University of Technology. */
  static double dsol(Delays delays, int pending, long events)
      throws SimRuntimeException, InterruptedException {
    DevsSimulator<Double> simulator = new DevsSimulator<>("hold");
    Hold hold = new Hold(simulator, delays, pending, events);
    simulator.initialize(hold, new SingleReplication<>("one", 0.0, 0.0, FOREVER), true);
    long begun = System.nanoTime();
    simulator.start();
    // It runs in a thread of its own and ends by itself when nothing is pending.
    while (simulator.isStartingOrRunning()) {
      Thread.sleep(1);
    }
    double perSecond = hold.done * 1e9 / (System.nanoTime() - begun);
    simulator.cleanUp();
    return perSecond;
  }

  private static final class Hold extends AbstractDsolModel<Double, DevsSimulator<Double>> {
    private static final long serialVersionUID = 1;
    private final transient Delays delays;
    private final int pending;
    private final long events;
    private volatile long done;

    Hold(DevsSimulator<Double> simulator, Delays delays, int pending, long events) {
      super(simulator);
      this.delays = delays;
      this.pending = pending;
      this.events = events;
    }

    @Override
    public void constructModel() {
      for (int i = 0; i < pending; i++) {
        again();
      }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
    private void happen() {
      done++;
      if (done + pending <= events) {
        again();
      }
    }

    private void again() {
      try {
        getSimulator().scheduleEventRel(delays.next(), this::happen);
      } catch (SimRuntimeException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
