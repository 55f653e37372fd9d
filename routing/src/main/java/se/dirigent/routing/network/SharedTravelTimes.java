package se.dirigent.routing.network;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.ToIntFunction;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.closure.Met;
import se.dirigent.routing.closure.Outcome;
import se.dirigent.routing.closure.Restriction;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * The travel times of a process: the built-in network and whatever was imported into a folder. They
 * are read beside whatever else is starting, and who asks before they are there waits. One folder
 * is read once, however many ask for it, since a detailed network takes much memory.
 */
public final class SharedTravelTimes implements TravelTimes {
  private static final Map<Path, SharedTravelTimes> BY_FOLDER = new ConcurrentHashMap<>();

  private final FutureTask<NetworkTravelTimes> loading;

  private SharedTravelTimes(Path folder) {
    this.loading = new FutureTask<>(() -> load(folder));
    Thread.ofPlatform().daemon().name("road-networks").start(loading);
  }

  /**
   * The travel times of a folder of imported networks.
   *
   * @param folder where {@code roads import} puts them; it need not exist
   */
  public static SharedTravelTimes of(Path folder) {
    return BY_FOLDER.computeIfAbsent(folder.toAbsolutePath().normalize(), SharedTravelTimes::new);
  }

  private static NetworkTravelTimes load(Path folder) {
    return NetworkTravelTimes.sweden(NationalNetwork.load().network(), NetworkFile.readAll(folder));
  }

  private NetworkTravelTimes loaded() {
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the road networks are read", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("the road networks cannot be read: " + e.getCause(), e);
    }
  }

  /** See {@link NetworkTravelTimes#restrict}. */
  public Outcome restrict(List<Restriction> restrictions) {
    return loaded().restrict(restrictions);
  }

  /** See {@link NetworkTravelTimes#met}. */
  public Met met(Restriction restriction) {
    return loaded().met(restriction);
  }

  @Override
  public Route route(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    return loaded().route(from, to, mode, urgency, at);
  }

  /** See {@link NetworkTravelTimes#least}. */
  public int[] least(
      List<Position> from, List<Position> to, TravelMode mode, Urgency urgency, Instant at) {
    return loaded().least(from, to, mode, urgency, at);
  }

  @Override
  public int[][] millis(
      List<Position> from, List<Position> to, TravelMode mode, Urgency urgency, Instant at) {
    return loaded().millis(from, to, mode, urgency, at);
  }

  @Override
  public ToIntFunction<Position> toward(
      Position goal, TravelMode mode, Urgency urgency, Instant at) {
    return loaded().toward(goal, mode, urgency, at);
  }

  @Override
  public ToIntFunction<Position> away(
      Position origin, TravelMode mode, Urgency urgency, Instant at) {
    return loaded().away(origin, mode, urgency, at);
  }
}
