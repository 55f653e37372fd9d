package se.dirigent.server.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/** What became of a patient over HTTP, and so of the orders. */
@RestController
@RequestMapping("/api/regions/{region}")
class PatientFatesController {
  private final PatientFates fates;

  PatientFatesController(PatientFates fates) {
    this.fates = fates;
  }

  /** Body of what became of the patient. */
  record FateBody(Fate fate, @Nullable String text) {}

  /** Closes the patient's orders: who died, went home or was moved needs none of them. */
  @PostMapping("/transports/{transport}/fate")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer end(CommandOrigin origin, @PathVariable String transport, @RequestBody FateBody body) {
    String text = Objects.requireNonNullElse(body.text(), "");
    return fates.end(origin, new TransportId(transport), body.fate(), text);
  }

  /**
   * Body of what a hospital's patient system tells.
   *
   * @param facility where the patient is now, with its department; null when it is not said
   */
  record NewsBody(
      String personalNumber,
      Fate fate,
      @Nullable String text,
      @Nullable String facility,
      @Nullable String department) {}

  /**
   * Takes in what a patient system tells of whichever patient, and closes the orders that follow
   * from it: all when the patient died, those between wards when the patient went home, those from
   * elsewhere than where the patient was moved to. A patient without orders is no mistake; {@code
   * id} of the answer is how many were closed.
   */
  @PostMapping("/patient-fates")
  @Allowed(roles = Role.INTEGRATION)
  Answer told(CommandOrigin origin, @RequestBody NewsBody body) {
    String facility = Objects.requireNonNullElse(body.facility(), "");
    Stop at =
        facility.isBlank()
            ? null
            : Stop.at(facility, Objects.requireNonNullElse(body.department(), ""));
    String text = Objects.requireNonNullElse(body.text(), "");
    return fates.told(origin, body.personalNumber(), body.fate(), at, text);
  }
}
