package se.dirigent.simulator.chance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  private static byte[] sha256(byte[] name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
