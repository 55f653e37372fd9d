package se.dirigent.simulator.trial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chain.Centre;

/**
 * Those who do the same work in a centre, and who waits for them: the most urgent first, then the
 * longest waiting. Whoever is at work finishes a job although fewer are to be at work by then.
 */
final class Line {
  private final Centre.Desk desk;
  private final List<Deque<Integer>> waiting = new ArrayList<>();
  private final Set<Integer> underway = new LinkedHashSet<>();

  Line(Centre.Desk desk) {
    this.desk = desk;
  }

  Centre.Desk desk() {
    return desk;
  }

  /** A job waits, by urgency from 1. */
  void add(int job, int level) {
    while (waiting.size() < level) {
      waiting.add(new ArrayDeque<>());
    }
    waiting.get(level - 1).add(job);
  }

  /** Begins the next job if anybody is free for it; null when none is begun. */
  @Nullable Integer next(long now) {
    if (underway.size() < desk.staff().at(now)) {
      for (Deque<Integer> level : waiting) {
        Integer job = level.poll();
        if (job != null) {
          underway.add(job);
          return job;
        }
      }
    }
    return null;
  }

  /** How many wait that are as urgent as a level, or more. */
  int before(int level) {
    return waiting.stream().limit(level).mapToInt(Deque::size).sum();
  }

  void done(int job) {
    underway.remove(job);
  }

  /** Takes everything away: jobs cut off first, then those that wait. */
  List<Integer> clear() {
    List<Integer> all = new ArrayList<>(underway);
    waiting.forEach(all::addAll);
    underway.clear();
    waiting.forEach(Deque::clear);
    return all;
  }
}
