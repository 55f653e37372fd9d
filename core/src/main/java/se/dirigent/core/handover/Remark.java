package se.dirigent.core.handover;

import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * What the one who leaves says about a point.
 *
 * @param point the point's key
 * @param text 1–500 characters
 * @throws Refused when the text is missing or too long
 */
public record Remark(String point, String text) {
  public Remark {
    text = Texts.require("remarks", text, 1, 500);
  }
}
