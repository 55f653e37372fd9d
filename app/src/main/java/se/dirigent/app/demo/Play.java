package se.dirigent.app.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.server.identity.account.DemoUsers.Played;

/**
 * What all parts of the demonstration share: the service, the picture, and the count of what was
 * done.
 *
 * @param client the service, with the token of who is played
 * @param region code of the region played
 * @param picture what the live stream shows
 * @param levels level of each priority code of the region
 * @param controls what persons may change meanwhile
 * @param counts what was done, by name
 * @param log told what a person may want to know
 */
record Play(
    ServiceClient client,
    String region,
    LivePicture picture,
    Map<String, Integer> levels,
    DemoControls controls,
    Map<String, AtomicLong> counts,
    Consumer<String> log) {
  Play(
      ServiceClient client,
      String region,
      LivePicture picture,
      Map<String, Integer> levels,
      DemoControls controls,
      Consumer<String> log) {
    this(client, region, picture, levels, controls, new ConcurrentHashMap<>(), log);
  }

  /** The same play, with what is done shown in the journal under the name of who is played. */
  Play as(Played who) {
    return new Play(client.as(who::token), region, picture, levels, controls, counts, log);
  }

  /** A path under the region. */
  String path(String... segments) {
    StringBuilder path = new StringBuilder("/api/regions/").append(region);
    for (String segment : List.of(segments)) {
      path.append('/').append(ServiceClient.segment(segment));
    }
    return path.toString();
  }

  /** The urgency of a priority code; the least urgent when the region has no such code. */
  int level(String priority) {
    return levels.getOrDefault(priority, 4);
  }

  void count(String what) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }
}
