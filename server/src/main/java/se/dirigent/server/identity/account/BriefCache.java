package se.dirigent.server.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers answers for a few seconds, so that a client that sends a hundred requests a second does
 * not ask the database who it is a hundred times. What it remembers may be that long out of date:
 * that is how fast a revoked token or a changed role takes effect in another server process.
 */
final class BriefCache<K, V> {
  private final Duration age;
  private final int sizeMax;
  private final InstantSource clock;
  private final Map<K, Entry<V>> entries;

  private record Entry<V>(Optional<V> value, Instant until) {}

  BriefCache(Duration age, int sizeMax, InstantSource clock) {
    this.age = age;
    this.sizeMax = sizeMax;
    this.clock = clock;
    this.entries = new LinkedHashMap<>();
  }

  /** The remembered answer, else the question's. The question runs outside the lock. */
  Optional<V> get(K key, Function<K, Optional<V>> question) {
    Instant now = clock.instant();
    synchronized (entries) {
      Entry<V> entry = entries.get(key);
      if (entry != null && now.isBefore(entry.until())) {
        return entry.value();
      }
      if (entry != null && now.isBefore(entry.until().plus(age))) {
        // One asks anew; the others keep the old answer meanwhile instead of all asking at once.
        entries.put(key, new Entry<>(entry.value(), now.plus(age)));
      }
    }
    Optional<V> value = question.apply(key);
    synchronized (entries) {
      entries.remove(key);
      entries.put(key, new Entry<>(value, now.plus(age)));
      if (entries.size() > sizeMax) {
        entries.remove(entries.keySet().iterator().next());
      }
    }
    return value;
  }

  void forget() {
    synchronized (entries) {
      entries.clear();
    }
  }
}
