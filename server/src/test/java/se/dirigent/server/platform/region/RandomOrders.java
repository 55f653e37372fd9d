package se.dirigent.server.platform.region;

import java.util.SplittableRandom;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Facts of orders drawn by chance, as JSON; common ones often, odd ones now and then. */
final class RandomOrders {
  private RandomOrders() {}

  static ObjectNode next(SplittableRandom random) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.set("needs", needs(random));
    order.put("urgency", one(random, "IMMEDIATE", "HOURS", "DAYS", "PLANNED"));
    order.put("outside", random.nextBoolean());
    order.put("home", random.nextBoolean());
    order.set("ways", ways(random));
    return order;
  }

  private static ObjectNode needs(SplittableRandom random) {
    ObjectNode needs = JsonNodeFactory.instance.objectNode();
    boolean lies = random.nextInt(2) == 0;
    needs.put("posture", lies ? "LIES" : one(random, "SITS", "SITS", "WHEELCHAIR"));
    needs.put("stairs", seldom(random, 6));
    needs.put("care", one(random, "NONE", "NONE", "LIGHT", "SKILLED", "INTENSIVE"));
    needs.put("oxygenLitres", seldom(random, 3) ? random.nextInt(20) : 0);
    needs.put("monitoring", seldom(random, 6));
    needs.put("drugs", seldom(random, 6));
    needs.put("drips", seldom(random, 6));
    needs.put("ventilator", lies && seldom(random, 15));
    boolean incubator = seldom(random, 20);
    needs.put("incubator", incubator);
    if (incubator) {
      needs.put("weightKg", 1 + random.nextInt(9));
    } else if (random.nextBoolean()) {
      needs.put("weightKg", 40 + random.nextInt(260));
    }
    needs.put(
        "infection", seldom(random, 4) ? one(random, "CONTACT", "DROPLET", "AIRBORNE") : "NONE");
    needs.put("alone", seldom(random, 8));
    needs.put("companions", random.nextInt(4));
    needs.put("escort", seldom(random, 5) ? one(random, "NURSE", "DOCTOR") : "NONE");
    needs.put("aggression", seldom(random, 12) ? "Kan bli hotfull" : "");
    return needs;
  }

  private static ObjectNode ways(SplittableRandom random) {
    ObjectNode ways = JsonNodeFactory.instance.objectNode();
    boolean road = !seldom(random, 20);
    ways.put("roadKm", road ? random.nextInt(900) : 0);
    if (road) {
      ways.put("roadMinutes", random.nextInt(700));
    } else if (random.nextBoolean()) {
      ways.put("boatMinutes", random.nextInt(90));
    }
    if (!seldom(random, 10)) {
      ways.put("helicopterMinutes", random.nextInt(250));
    }
    if (road && !seldom(random, 4)) {
      ways.put("aeroplaneMinutes", 60 + random.nextInt(120));
      ways.put("aeroplaneFlightMinutes", random.nextInt(60));
    }
    return ways;
  }

  private static boolean seldom(SplittableRandom random, int times) {
    return random.nextInt(times) == 0;
  }

  private static String one(SplittableRandom random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
