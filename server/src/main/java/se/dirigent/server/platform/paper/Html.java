package se.dirigent.server.platform.paper;

/** Writes well-formed XHTML, which a browser and the maker of the PDF both read. */
public final class Html {
  private final StringBuilder out = new StringBuilder(64 * 1024);

  /** Markup of our own. */
  public Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text of any origin. */
  public Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** An element that holds only text. */
  public Html element(String tag, String cssClass, String text) {
    open(tag, cssClass).text(text);
    return close(tag);
  }

  public Html open(String tag, String cssClass) {
    out.append('<').append(tag);
    if (!cssClass.isEmpty()) {
      out.append(" class=\"").append(cssClass).append('"');
    }
    out.append('>');
    return this;
  }

  public Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  public Html cell(String text) {
    return element("td", "", text);
  }

  public Html cell(String cssClass, String text) {
    return element("td", cssClass, text);
  }

  /** Opens a table with a head that is repeated on every page. */
  public Html table(String cssClass, String... heads) {
    open("table", cssClass).open("thead", "").open("tr", "");
    for (String head : heads) {
      element("th", "", head);
    }
    return close("tr").close("thead").open("tbody", "");
  }

  public Html endTable() {
    return close("tbody").close("table");
  }

  /** Line breaks are kept; what no XML may hold is replaced. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            case '\n' -> safe.append("<br/>");
            default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
          }
        });
    return safe.toString();
  }

  /** A string of a style sheet. */
  public static String cssString(String text) {
    StringBuilder safe = new StringBuilder("\"");
    text.codePoints()
        .filter(c -> c != '<' && c != '\n' && allowed(c))
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            safe.append('\\');
          }
          safe.appendCodePoint(c);
        });
    return safe.append('"').toString();
  }

  private static boolean allowed(int c) {
    boolean control = c < 0x20 && c != '\t' && c != '\n';
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
