package se.dirigent.simulator.chance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random generators, one for each purpose, all from one seed. Drawing once more for one
 * purpose changes nothing for another, so that two runs that differ in one decision stay comparable
 * everywhere else.
 */
public final class Streams {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final long seed;

  public Streams(long seed) {
    this.seed = seed;
  }

  /** The generator of a purpose; the same purpose begins anew each time it is asked for. */
  public RandomGenerator of(String purpose) {
    byte[] name = (seed + ":" + purpose).getBytes(StandardCharsets.UTF_8);
    return FACTORY.create(ByteBuffer.wrap(sha256(name)).getLong());
  }

  /** The generators of a purpose that has one for each of many things, such as calls. */
  public Each each(String purpose) {
    return new Each(of(purpose).nextLong());
  }

  /**
   * One generator for each number: what is drawn for one thing does not depend on what was drawn
   * for others, nor on whether anything was.
   */
  public record Each(long base) {
    /** An odd number without a pattern, from the golden ratio. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The generator of a number; it begins anew each time it is asked for. */
    public RandomGenerator of(long number) {
      return new SplittableRandom(base ^ number * GOLDEN);
    }
  }

  private static byte[] sha256(byte[] name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
