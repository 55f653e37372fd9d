package se.dirigent.core.masscasualty.capacity;

/**
 * How many persons an hour each of the four that care needs allows: staff, premises, equipment and
 * leadership (in Swedish PLUS: personal, lokaler, utrustning, styrning).
 *
 * @param staff persons an hour, 0–10 000, and so the others
 */
public record Plus(int staff, int premises, int equipment, int leadership) {
  /** The four. */
  public enum Part {
    STAFF,
    PREMISES,
    EQUIPMENT,
    LEADERSHIP
  }

  public Plus {
    staff = Numbers.require("staff", staff);
    premises = Numbers.require("premises", premises);
    equipment = Numbers.require("equipment", equipment);
    leadership = Numbers.require("leadership", leadership);
  }

  /** The same of each. */
  public static Plus of(int each) {
    return new Plus(each, each, each, each);
  }

  /** Persons an hour: as many as the narrowest of the four lets through. */
  public int takes() {
    return Math.min(Math.min(staff, premises), Math.min(equipment, leadership));
  }

  /** What is narrowest, the first of those equal: what to strengthen first. */
  public Part narrowest() {
    int takes = takes();
    if (staff == takes) {
      return Part.STAFF;
    }
    if (premises == takes) {
      return Part.PREMISES;
    }
    return equipment == takes ? Part.EQUIPMENT : Part.LEADERSHIP;
  }
}
