package se.dirigent.routing.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void s1WhatIsReadIsWhatWasWritten() throws IOException {
    RoadNetwork network = NationalNetwork.load().network();
    Path file = folder.resolve("sverige.roads");
    NetworkFile.write(network, file);
    RoadNetwork read = NetworkFile.read(file);
    assertEquals(network.name(), read.name());
    assertEquals(network.access(), read.access());
    assertArrayEquals(network.order(), read.order());
    assertArrayEquals(network.roads().metres(), read.roads().metres());
    assertArrayEquals(network.roads().kmPerHour(), read.roads().kmPerHour());
    assertEquals(network.hierarchy().upwardArcs(), read.hierarchy().upwardArcs());
    assertEquals(1, NetworkFile.readAll(folder).size());
    assertEquals(0, NetworkFile.readAll(folder.resolve("none")).size());
  }

  @Test
  void s2EveryDamageIsFound() throws IOException {
    Path file = folder.resolve("a.roads");
    NetworkFile.write(NationalNetwork.load().network(), file);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom chance = new SplittableRandom(2);
    for (int round = 0; round < 100; round++) {
      byte[] damaged = whole.clone();
      if (round % 2 == 0) {
        damaged = Arrays.copyOf(damaged, chance.nextInt(damaged.length));
      } else {
        damaged[chance.nextInt(damaged.length)] ^= (byte) (1 << chance.nextInt(8));
      }
      Files.write(file, damaged);
      var e = assertThrows(IOException.class, () -> NetworkFile.read(file));
      assertTrue(e.toString().contains("a.roads"), e.toString());
    }
  }
}
