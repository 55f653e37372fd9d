package se.dirigent.server.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.handover.Handover;
import se.dirigent.core.handover.Post;
import se.dirigent.core.handover.Remark;
import se.dirigent.server.RunningService;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.picture.StateVerifier;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.problem.RequestRefused;

/** A shift is handed over in the real service, and the journal tells it as the table holds it. */
class HandoverTest {
  private static final RunningService SERVICE = RunningService.start(HandoverTest.class);
  private static final RegionCode REGION = new RegionCode(RunningService.REGION);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static HandoverService service() {
    return SERVICE.bean(HandoverService.class);
  }

  private static Actor actor(String name, Role role) {
    Set<Grant> grants = Set.of(new Grant(role, REGION));
    return new Actor(name, name, "Prov", grants, null, Language.SV);
  }

  private static CommandOrigin origin(UUID command, Actor actor) {
    return new CommandOrigin(REGION, command, actor, null);
  }

  private static CommandOrigin origin(Actor actor) {
    return origin(UUID.randomUUID(), actor);
  }

  @Test
  void scenario1SignedAsReadReceivedByAnotherAndJournalled() {
    var reply =
        SERVICE.put(
            SERVICE.path("/intake/sos/handover/1"),
            """
            {"source":"SOS_ALARM",
             "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
             "description":"Prov","priority":"2A"}
            """);
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    Actor one = actor("ett", Role.DISPATCHER);
    Actor two = actor("två", Role.DISPATCHER);
    Draft draft = service().draft(REGION, one);
    String key = draft.situation().points().getFirst().key();
    List<Remark> remarks = List.of(new Remark(key, "Polis på väg"));
    UUID command = UUID.randomUUID();
    Answer signed =
        service().sign(origin(command, one), draft.id(), Post.DISPATCHER, remarks, "Lugnt");
    Answer again =
        service().sign(origin(command, one), draft.id(), Post.DISPATCHER, remarks, "Lugnt");
    assertEquals(signed, again, "a repeat gets the first answer");
    UUID id = UUID.fromString(signed.id());
    refused("handover.samePerson", () -> service().receive(origin(one), id));
    assertThrows(
        RequestRefused.class,
        () -> service().receive(origin(actor("tre", Role.WAITING_ROOM_NURSE)), id));
    service().receive(origin(two), id);
    Handover kept = service().get(REGION, id);
    assertEquals(draft.situation(), kept.situation(), "what was signed is what was read");
    assertEquals("två", kept.receivedBy());
    assertEquals(List.of(), SERVICE.bean(StateVerifier.class).differences(REGION, _ -> {}), "fold");
  }

  @Test
  void scenario2NobodySignsAnothersDraftOrOneThatIsForgotten() {
    Actor one = actor("ett", Role.INNER_COMMAND);
    Actor two = actor("två", Role.INNER_COMMAND);
    UUID draft = service().draft(REGION, one).id();
    refused(
        "handover.draftGone",
        () -> service().sign(origin(two), draft, Post.INNER_COMMAND, List.of(), ""));
    refused(
        "handover.draftGone",
        () -> service().sign(origin(one), UUID.randomUUID(), Post.INNER_COMMAND, List.of(), ""));
    assertThrows(
        RequestRefused.class,
        () -> service().sign(origin(one), draft, Post.DISPATCHER, List.of(), ""));
  }

  @Test
  void scenario3OverHttp() {
    var draft = SERVICE.get(SERVICE.path("/handovers/draft"));
    assertEquals(200, draft.status(), () -> String.valueOf(draft.body()));
    var body =
        "{\"draft\":\"%s\",\"post\":\"DISPATCHER\",\"remarks\":[],\"general\":\"Hej\"}"
            .formatted(draft.json().get("id").asString());
    var signed = SERVICE.post(SERVICE.path("/handovers"), body);
    assertEquals(200, signed.status(), () -> String.valueOf(signed.body()));
    var list = SERVICE.get(SERVICE.path("/handovers")).json();
    assertEquals(signed.json().get("id"), list.get(0).get("id"));
    String path = SERVICE.path("/handovers/" + signed.json().get("id").asString());
    assertEquals("Hej", SERVICE.get(path).json().get("general").asString());
    assertEquals(409, SERVICE.post(path + "/receipt", "{}").status(), "the same person");
    assertEquals(404, SERVICE.get(SERVICE.path("/handovers/" + UUID.randomUUID())).status());
  }

  private static void refused(String code, Runnable command) {
    assertEquals(code, assertThrows(Refused.class, command::run).code());
  }
}
