package se.dirigent.app.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that git tracks, as paths relative to the root of the repository. */
final class SourceTree {
  private final Path root;
  private final List<String> files;

  private SourceTree(Path root, List<String> files) {
    this.root = root;
    this.files = files;
  }

  /** Reads the list once; the tests share it. */
  static SourceTree read() {
    Path root = root();
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException("git ls-files failed in " + root);
      }
      return new SourceTree(
          root,
          Stream.of(names.split("\0"))
              .filter(name -> Files.isRegularFile(root.resolve(name)))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no ARCHITECTURE.md above " + Path.of("").toAbsolutePath());
      }
    }
    return folder;
  }

  Path path(String file) {
    return root.resolve(file);
  }

  List<String> list() {
    return files;
  }

  /** Files whose name ends with one of the suffixes given. */
  List<String> list(String... suffixes) {
    return files.stream().filter(file -> Stream.of(suffixes).anyMatch(file::endsWith)).toList();
  }

  /** Java files of the delivered program, without {@code package-info}. */
  List<String> listMainJava() {
    return list(".java").stream()
        .filter(file -> file.contains("/src/main/java/") && !file.endsWith("package-info.java"))
        .toList();
  }

  /** The lines of a file, or nothing when it is not text. */
  Optional<List<String>> findLines(String file) {
    try {
      return Optional.of(Files.readAllLines(path(file), StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
