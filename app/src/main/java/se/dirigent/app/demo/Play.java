package se.dirigent.app.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceRefused;
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
public record Play(
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
  public Play as(Played who) {
    return new Play(client.as(who::token), region, picture, levels, controls, counts, log);
  }

  /** A path under the region. */
  public String path(String... segments) {
    StringBuilder path = new StringBuilder("/api/regions/").append(region);
    for (String segment : List.of(segments)) {
      path.append('/').append(ServiceClient.segment(segment));
    }
    return path.toString();
  }

  /** The urgency of a priority code; the least urgent when the region has no such code. */
  public int level(String priority) {
    return levels.getOrDefault(priority, 4);
  }

  /**
   * A part was refused. Told to persons only when it is a fault: that somebody was quicker, or that
   * a fast clock passed the end of a shift while it was being begun, is the life of a centre.
   *
   * @param count under which it is counted
   * @param what was refused, in words
   * @throws ServiceRefused when the token is not good: the part rests before it tries again
   */
  public void refused(String count, String what, ServiceRefused refusal) {
    count(count);
    if (List.of(401, 403).contains(refusal.status())) {
      throw refusal;
    }
    if (refusal.status() != 409 && !refusal.code().equals("shift.past")) {
      log.accept(what + ": " + refusal.getMessage());
    }
  }

  public void count(String what) {
    counts.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }
}
