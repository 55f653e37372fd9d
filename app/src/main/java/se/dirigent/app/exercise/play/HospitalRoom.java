package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.Play;

/** Plays the hospitals: whoever has come gets a bed after a while. */
public final class HospitalRoom implements Part {
  /** From the door to a bed of a ward [assumption]. */
  private static final Duration TO_BED = Duration.ofMinutes(20);

  private final Play wards;
  private final Course course;

  public HospitalRoom(Play wards, Course course) {
    this.wards = wards;
    this.course = course;
  }

  @Override
  public void act() {
    course.read(wards);
    String major = course.path(wards).orElse(null);
    Instant now = wards.picture().now();
    if (major == null) {
      return;
    }
    for (Person person : course.persons()) {
      Instant there = person.arrivedAt();
      if (person.stage().equals("ARRIVED") && there != null && !now.isBefore(there.plus(TO_BED))) {
        try {
          wards
              .client()
              .post(
                  major + "/casualties/" + person.tag() + "/bed", Map.of("ward", Said.of("ward")));
          wards.count("beds");
        } catch (ServiceRefused e) {
          wards.refused("bedsRefused", person.tag(), e);
        }
      }
    }
  }
}
