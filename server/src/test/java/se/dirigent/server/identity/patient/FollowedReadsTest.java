package se.dirigent.server.identity.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.patient.PatientReads.Search;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.web.LiveServer;

/** Lists that a page asks for again and again: what is in the log of it. */
class FollowedReadsTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final RegionCode REGION = new RegionCode(LiveServer.OWN);

  private final PatientReads reads = SERVER.bean(PatientReads.class);
  private final AtomicLong nanos = new AtomicLong();
  private final FollowedReads followed =
      new FollowedReads(reads, SERVER.bean(TransactionTemplate.class), nanos::get);

  private static Actor actor(String username) {
    return new Actor(
        username,
        "Testperson",
        "Testenhet",
        Set.of(new Grant(Role.DISPATCHER, REGION)),
        null,
        Language.SV);
  }

  private void ask(String username, Duration later) {
    nanos.addAndGet(later.toNanos());
    followed.follow(REGION, actor(username), "vård", "a list");
  }

  private int lines(String username) {
    return reads.list(REGION, new Search("*", null, username, null, null, null), 1_000).size();
  }

  @Test
  void s1OneLineForAsLongAsItIsAskedFor() {
    for (int n = 0; n < 1_000; n++) {
      ask("test.follows", Duration.ofSeconds(3));
    }
    assertEquals(1, lines("test.follows"), "fifty minutes");
    ask("test.follows", Duration.ofMinutes(3));
    assertEquals(2, lines("test.follows"), "had left meanwhile");
  }

  @Test
  void s2AgainEachHour() {
    for (int n = 0; n < 150; n++) {
      ask("test.hours", Duration.ofMinutes(1));
    }
    assertEquals(3, lines("test.hours"));
  }

  @Test
  void s3EachReaderAndEachListIsALineOfItsOwn() {
    ask("test.one", Duration.ZERO);
    ask("test.two", Duration.ZERO);
    followed.follow(REGION, actor("test.two"), "vård", "another list");
    assertEquals(1, lines("test.one"));
    assertEquals(2, lines("test.two"));
  }

  @Test
  void s4WhatCouldNotBeLoggedIsNotRemembered() {
    Actor actor = actor("test.refused");
    for (int n = 0; n < 2; n++) {
      assertThrows(Refused.class, () -> followed.follow(REGION, actor, "x", "a list"));
    }
    assertEquals(0, lines("test.refused"));
  }
}
