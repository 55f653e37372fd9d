package se.dirigent.benchmarks.desk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.dirigent.benchmarks.desk.Trend.Point;

/** What the page keeps in memory over time: the heap after a forced collection, in megabytes. */
final class Memory {
  private static final double BYTES_PER_MEGABYTE = 1_048_576;
  private static final double NANOS_PER_HOUR = 3.6e12;

  private final CDPSession browser;
  private final long startNanos = System.nanoTime();
  private final List<Point> heap = new ArrayList<>();
  private final List<Point> nodes = new ArrayList<>();

  Memory(Page page) {
    browser = page.context().newCDPSession(page);
    browser.send("Performance.enable");
    browser.send("HeapProfiler.enable");
  }

  /** Collects what nobody refers to, and notes what is left. */
  void look() {
    browser.send("HeapProfiler.collectGarbage");
    double hours = (System.nanoTime() - startNanos) / NANOS_PER_HOUR;
    JsonObject found = browser.send("Performance.getMetrics");
    heap.add(new Point(hours, metric(found, "JSHeapUsedSize") / BYTES_PER_MEGABYTE));
    nodes.add(new Point(hours, metric(found, "Nodes")));
  }

  private static double metric(JsonObject answer, String name) {
    for (JsonElement one : answer.getAsJsonArray("metrics")) {
      JsonObject metric = one.getAsJsonObject();
      if (metric.get("name").getAsString().equals(name)) {
        return metric.get("value").getAsDouble();
      }
    }
    throw new IllegalStateException("Performance.getMetrics gave no " + name);
  }

  /** The trend in words; whether zero lies in its interval is the answer to "flat?". */
  String words() {
    return line("heap after collection", "MB", heap) + "\n" + line("nodes", "", nodes);
  }

  private static String line(String name, String unit, List<Point> points) {
    Trend trend = Trend.of(points);
    return String.format(
        Locale.ROOT,
        "%s: %d looks in %.1f min, first %.1f, last %.1f %s, slope %+.2f ± %.2f %s an hour",
        name,
        points.size(),
        60 * points.getLast().hours(),
        points.getFirst().value(),
        points.getLast().value(),
        unit,
        trend.slope(),
        trend.halfWidth(),
        unit);
  }
}
