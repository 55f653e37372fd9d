package se.dirigent.core.incident;

/** How a unit leaves an incident: done with it, not needed, or needed more elsewhere. */
public enum Leaving {
  CLEAR,
  STOOD_DOWN,
  REDIRECTED
}
