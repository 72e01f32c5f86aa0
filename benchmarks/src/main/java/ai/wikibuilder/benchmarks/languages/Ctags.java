package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.benchmarks.MeasuredProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls ctags as a process. Needs Universal Ctags. */
final class Ctags {
  private static final int COLUMNS = 5;

  private Ctags() {}

  /** Says by name that ctags is missing, before anything was measured. */
  static void require() {
    if (!MeasuredProcess.isInstalled("ctags", "--version")) {
      throw new IllegalStateException(
          "ctags is not on the PATH; Debian, Ubuntu: apt-get install universal-ctags");
    }
  }

  /**
   * What ctags finds in files, all of which it takes for the given language.
   *
   * @param paths inside {@code folder}
   */
  static List<Tag> tags(Path folder, List<String> paths, CtagsLanguages.Entry language)
      throws IOException {
    Path list = Files.createTempFile("files", ".txt");
    Files.write(list, paths.stream().map(path -> folder.resolve(path).toString()).toList());
    String output =
        MeasuredProcess.run(
                List.of(
                    "ctags",
                    "-x",
                    "--_xformat=%F\t%n\t%K\t%N\t%P",
                    "--sort=no",
                    "--pattern-length-limit=0",
                    "--language-force=" + language.name(),
                    "-L",
                    list.toString()),
                Map.of())
            .output();
    Files.delete(list);
    List<Tag> tags = new ArrayList<>();
    String prefix = folder + "/";
    for (String line : output.split("\n", -1)) {
      String[] columns = line.split("\t", COLUMNS);
      if (columns.length == COLUMNS
          && language.counts(columns[2], columns[3], lineOf(columns[4]))) {
        String path = columns[0].substring(prefix.length());
        tags.add(new Tag(path, columns[3], columns[2], Integer.parseInt(columns[1])));
      }
    }
    return tags;
  }

  /** A pattern is the line between marks: {@code /^ const a = 1$/}. */
  private static String lineOf(String pattern) {
    int end = pattern.endsWith("$/") ? pattern.length() - 2 : pattern.length();
    return pattern.startsWith("/^") ? pattern.substring(2, end) : pattern;
  }
}
