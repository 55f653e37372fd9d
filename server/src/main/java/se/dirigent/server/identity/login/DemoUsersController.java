package se.dirigent.server.identity.login;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.server.identity.account.DemoUsers;
import se.dirigent.server.platform.web.OpenToAll;

/** The demo's users and their password, for the log-in page; there only in a demo. */
@RestController
@ConditionalOnProperty(name = "dirigent.demo", havingValue = "true")
class DemoUsersController {
  private final DemoUsers users;

  DemoUsersController(DemoUsers users) {
    this.users = users;
  }

  /** What the log-in page shows. */
  record DemoLogIn(String password, List<DemoUsers.DemoUser> users) {}

  @GetMapping("/api/demo-users")
  @OpenToAll("A demo is for everyone; in a real installation the address does not exist.")
  DemoLogIn list() {
    return new DemoLogIn(users.password(), users.list());
  }
}
