package se.dirigent.server.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.fallback.sheet.PhoneBook;
import se.dirigent.server.fallback.sheet.Sheet;
import se.dirigent.server.fallback.sheet.SheetHtml;

/** What a sheet says on each page, and what its folder holds. */
class SheetTest {
  @TempDir Path folder;

  @Test
  void t01_everyPageTellsTheMomentTheJournalAndItsNumber() throws IOException {
    try (PDDocument pdf = pdf(Sheets.of(20, Link.LIVE, false, folder))) {
      int pages = pdf.getNumberOfPages();
      assertTrue(pages > 6, pages + " pages");
      for (int page = 1; page <= pages; page++) {
        String text = text(pdf, page);
        assertTrue(text.contains("LÄGET 2026-11-22 19:42:07"), "page " + page + ": " + text);
        assertTrue(text.contains("JOURNAL " + Sheets.SEQ), "page " + page);
        assertTrue(text.contains("Sida " + page + " av " + pages), "page " + page);
        assertFalse(text.contains("ÖVNING"), "page " + page);
      }
    }
  }

  @Test
  void t02_everythingADispatcherNeedsIsThere() throws IOException {
    try (PDDocument pdf = pdf(Sheets.of(8, Link.LIVE, false, folder))) {
      String all = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      for (String wanted :
          List.of(
              "sos:2026-11-22:000007",
              "0701740607",
              "Storgatan 7",
              "HOTBILD: Hotfull man med kniv på adressen, invänta polis",
              "Fall från höjd vid Åvägen <7> & \"ÅÄÖ åäö\"",
              "Portkod 1234, våning 3",
              "Östersunds sjukhus",
              "SOS Alarm, nödnummer 112",
              "Region Västerbotten okänt",
              "1942-01 ____",
              "1942-12 ____")) {
        assertTrue(all.contains(wanted), wanted);
      }
    }
  }

  @Test
  void t03_aDrillSaysSoOnEveryPage() throws IOException {
    try (PDDocument pdf = pdf(Sheets.of(3, Link.LIVE, true, folder))) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertTrue(text(pdf, page).contains("ÖVNING"), "page " + page);
      }
    }
  }

  @Test
  void t04_anOldPictureSaysHowOldItIs() throws IOException {
    Sheet sheet = Sheets.of(3, Link.NO_SERVICE, false, folder);
    try (PDDocument pdf = pdf(sheet)) {
      String first = text(pdf, 1);
      assertTrue(first.contains("Läget är 14 min gammalt när bladet skrivs."), first);
      assertTrue(first.contains("Tjänsten svarar inte."), first);
      assertTrue(text(pdf, 2).contains("LÄGET 2026-11-22 19:28:07"));
    }
  }

  @Test
  void t05_thePageNeedsNothingButItself() {
    for (String language : List.of("sv", "en")) {
      String html = SheetHtml.of(Sheets.of(5, Link.LIVE, false, folder), language);
      assertFalse(html.matches("(?s).*(src=|href=|@import|url\\(|https?:).*"), language);
      assertFalse(html.contains("<7>"), "text is escaped");
    }
  }

  @Test
  void t06_onlyTheAccountReadsItAndNothingHalfWrittenIsLeft() throws IOException {
    SheetMaker.Written written = maker(60).write(Sheets.of(2, Link.LIVE, false, folder));
    Path pdf = written.pdf();
    assertNotNull(pdf, written.pdfProblem());
    for (Path file : List.of(written.html(), pdf)) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertFalse(written.openToOthers());
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(written.html().getParent())));
    assertEquals(
        Files.readString(written.html()),
        Files.readString(written.html().resolveSibling("senaste.html")));
    assertTrue(names().noneMatch(name -> name.endsWith(".part")));
  }

  @Test
  void t07_oldSheetsGoAndTheNewestStays() throws IOException {
    Sheet sheet = Sheets.of(0, Link.LIVE, false, folder);
    SheetMaker.Written last = null;
    for (int n = 0; n < 5; n++) {
      Instant at = Sheets.NOW.plusSeconds(120L * n);
      last =
          maker(3)
              .write(
                  new Sheet(
                      sheet.region(), sheet.picture(), at, at, Link.LIVE, false, sheet.phones()));
    }
    assertEquals(3, names().filter(n -> n.matches("reservblad-.*\\.html")).count());
    assertEquals(3, names().filter(n -> n.matches("reservblad-.*\\.pdf")).count());
    assertNotNull(last);
    assertTrue(Files.exists(last.html()));
  }

  @Test
  void t08_numbersComeFromTheInstallationAndABrokenListSaysSo() throws IOException {
    Files.writeString(
        folder.resolve(PhoneBook.FILE),
        """
        [{"of":"FACILITY","id":"ostersund","name":"","phone":"070-174 06 05","radio":"",
          "source":"växeln"},
         {"of":"UNIT","id":"23-2010","name":"","phone":"","radio":"8123456","source":""}]
        """);
    String html = SheetHtml.of(Sheets.of(0, Link.LIVE, false, folder), "sv");
    assertTrue(html.contains("070-174 06 05"));
    assertTrue(html.contains("8123456"));
    Files.writeString(folder.resolve(PhoneBook.FILE), "{nonsense");
    html = SheetHtml.of(Sheets.of(0, Link.LIVE, false, folder), "sv");
    assertTrue(html.contains("Filen phones.json kunde inte läsas"));
    assertTrue(html.contains("Östersunds sjukhus"));
  }

  @Test
  void t09_bothLanguagesSayTheSameThings() {
    assertEquals(
        SheetHtml.of(Sheets.of(9, Link.LIVE, true, folder), "sv").split("<tr").length,
        SheetHtml.of(Sheets.of(9, Link.LIVE, true, folder), "en").split("<tr").length);
  }

  private SheetMaker maker(int keep) {
    return new SheetMaker(new SheetFolder(folder.resolve("sheets"), keep), "sv");
  }

  private Stream<String> names() throws IOException {
    return Files.list(folder.resolve("sheets")).map(f -> f.getFileName().toString());
  }

  private PDDocument pdf(Sheet sheet) throws IOException {
    Path pdf = maker(60).write(sheet).pdf();
    assertNotNull(pdf);
    return Loader.loadPDF(pdf.toFile());
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }
}
