package se.dirigent.server.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The languages the service speaks. */
public enum Language {
  SV,
  EN;

  private static final String ATTRIBUTE = Language.class.getName();

  /**
   * The language to answer in: what the request asks for, else the user's own, else Swedish. The
   * request goes first because the page sends the language it is shown in.
   */
  public static Language of(HttpServletRequest request) {
    String asked = request.getHeader("Accept-Language");
    if (asked != null) {
      for (Locale.LanguageRange range : ranges(asked)) {
        String language = range.getRange().toLowerCase(Locale.ROOT);
        if (language.equals("sv") || language.startsWith("sv-")) {
          return SV;
        }
        if (language.equals("en") || language.startsWith("en-")) {
          return EN;
        }
      }
    }
    return request.getAttribute(ATTRIBUTE) instanceof Language own ? own : SV;
  }

  /** Remembers the logged-in user's own language for this request. */
  public void remember(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Lower-case ISO 639 code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<Locale.LanguageRange> ranges(String header) {
    try {
      return Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      // A header we cannot read asks for nothing.
      return List.of();
    }
  }
}
