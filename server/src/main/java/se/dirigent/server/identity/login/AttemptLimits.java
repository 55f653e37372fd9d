package se.dirigent.server.identity.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits attempts by key, each key a bucket of tokens that fills up again with time. The number of
 * buckets is bounded: when there are too many the one longest unused goes, which an attacker can
 * force only by using as many other keys, each limited by the other limit.
 */
final class AttemptLimits {
  private static final int BUCKETS_MAX = 10_000;

  private final int tokensMax;
  private final Duration refill;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Outcome of asking for an attempt.
   *
   * @param pause zero when it may be made, else how long until one may
   * @param first whether it is the first one turned away since one was let through
   */
  record Answer(Duration pause, boolean first) {
    boolean allowed() {
      return pause.isZero();
    }
  }

  private static final class Bucket {
    double tokens;
    Instant at;
    boolean turnedAway;

    Bucket(double tokens, Instant at) {
      this.tokens = tokens;
      this.at = at;
    }
  }

  /**
   * @param tokensMax attempts that may be made at once
   * @param refill time for one more attempt
   */
  AttemptLimits(int tokensMax, Duration refill, InstantSource clock) {
    this.tokensMax = tokensMax;
    this.refill = refill;
    this.clock = clock;
  }

  /** Takes an attempt from the key's bucket, if there is one left. */
  synchronized Answer take(String key) {
    Instant now = clock.instant();
    Bucket bucket = buckets.computeIfAbsent(key, unused -> new Bucket(tokensMax, now));
    if (buckets.size() > BUCKETS_MAX) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    double seconds = Math.max(0, Duration.between(bucket.at, now).toMillis()) / 1000.0;
    double perSecond = 1000.0 / refill.toMillis();
    bucket.tokens = Math.min(tokensMax, bucket.tokens + seconds * perSecond);
    bucket.at = now;
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      bucket.turnedAway = false;
      return new Answer(Duration.ZERO, false);
    }
    boolean first = !bucket.turnedAway;
    bucket.turnedAway = true;
    long millis = (long) Math.ceil((1 - bucket.tokens) / perSecond * 1000);
    return new Answer(Duration.ofMillis(Math.max(1, millis)), first);
  }

  /** Gives an attempt back: it was the right user. */
  synchronized void giveBack(String key) {
    Bucket bucket = buckets.get(key);
    if (bucket != null) {
      bucket.tokens = Math.min(tokensMax, bucket.tokens + 1);
    }
  }

  synchronized int size() {
    return buckets.size();
  }
}
