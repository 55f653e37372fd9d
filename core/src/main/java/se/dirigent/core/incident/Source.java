package se.dirigent.core.incident;

/** Where an incident came from. */
public enum Source {
  SOS_ALARM,
  CARE_ADVICE_1177,
  POLICE,
  OTHER_CENTRE,
  OWN_CENTRE
}
