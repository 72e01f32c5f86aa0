package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.KeyDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How other code asks for a library in its own build file, as the README shows it: {@code
 * <artifactId>gates</artifactId>}, {@code implementation 'org.example:gates:1.0'}, {@code gem
 * "gates"}. Only lines that ask for the repository itself count. For one thread.
 */
final class DeclaredUses {
  /** Ways shown: people use one build tool, a few have two. */
  private static final int ROW_COUNT_MAX = 2;

  /** Longer lines are no declaration people copy. */
  private static final int LENGTH_MAX = 120;

  private static final String TEXT = "[\"']";

  /** Each has the name of what is asked for as its first group. */
  private static final List<Pattern> DECLARATIONS =
      List.of(
          // Maven
          Pattern.compile("<artifactId>([\\w.-]+)</artifactId>"),
          // Gradle
          Pattern.compile(
              "(?:implementation|api|compileOnly|compile|testImplementation|kapt|ksp|annotationProcessor)"
                  + "[ (]*+(?:platform\\()?"
                  + TEXT
                  + "[\\w.-]+:([\\w.-]+):[^\"']+"
                  + TEXT
                  + "\\)*+"),
          // sbt
          Pattern.compile(
              "(?:libraryDependencies \\+?\\+?= )?(?:Seq\\()?\"[\\w.-]+\" %%?%? \"([\\w.-]+)\" % .+"),
          // Swift
          Pattern.compile("\\.package\\(url: \"[^\"]*?/([\\w.-]+?)(?:\\.git)?\", .+\\),?"),
          // Mix
          Pattern.compile("\\{:(\\w+), \"[^\"]+\"[^{}]*\\},?"),
          // Bundler
          Pattern.compile("gem " + TEXT + "([\\w-]+)" + TEXT + ".*"),
          // Cargo
          Pattern.compile("([\\w-]+) = (?:\"[\\d.^~=<>* ]+\"|\\{ ?version = .+\\})"),
          // pub
          Pattern.compile("([a-z0-9_]+): \\^[\\d.]+"),
          // .NET
          Pattern.compile("<PackageReference Include=\"([\\w.-]+)\".*"));

  private final Repository repository;

  DeclaredUses(Repository repository) {
    this.repository = repository;
  }

  /** Adds a row for each way, the first as the README has them. */
  void rows(List<Row> rows) {
    for (KeyDocument document : repository.plan().documents()) {
      if (document.kind() == KeyDocument.Kind.README && document.path().indexOf('/') < 0) {
        fromDocument(document.path(), rows);
        return;
      }
    }
  }

  private void fromDocument(String path, List<Row> rows) {
    Set<String> own = names();
    Set<Pattern> seen = new HashSet<>();
    for (Document.Part part : repository.document(path).map(Document::parts).orElse(List.of())) {
      if (part.kind() != Document.Kind.CODE) {
        continue;
      }
      for (int line = part.startLine(); line <= part.endLine(); line++) {
        Optional<Evidence> place = repository.lines(path, line, line);
        String words = text(path, line).strip();
        Optional<Pattern> way = way(words, own);
        if (place.isPresent() && way.isPresent() && seen.size() < ROW_COUNT_MAX) {
          if (seen.add(way.get())) {
            rows.add(row(words, part.heading(), place.get()));
          }
        }
      }
    }
  }

  private String text(String path, int line) {
    return repository
        .text(path)
        .filter(text -> line <= text.lineCount())
        .map(text -> text.lines(line, line))
        .orElse("");
  }

  private static Optional<Pattern> way(String line, Set<String> own) {
    if (line.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    for (Pattern pattern : DECLARATIONS) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches() && own.contains(letters(matcher.group(1)))) {
        return Optional.of(pattern);
      }
    }
    return Optional.empty();
  }

  /** What the repository and its projects are called. */
  private Set<String> names() {
    Set<String> result = new HashSet<>(Set.of(letters(repository.name())));
    for (Manifest manifest : repository.graph().manifests()) {
      if (manifest.isProject() && manifest.name().isPresent()) {
        String name = manifest.name().get().value();
        int from = Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1;
        result.add(letters(name.substring(from)));
      }
    }
    return result;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Row row(String words, String heading, Evidence place) {
    Phrase says = repository.say("command.declared").code("document", place.path()).by(place);
    if (!heading.isBlank()) {
      DocumentedCommands.headingLine(repository, place, heading)
          .ifPresent(line -> says.quote("heading", heading).by(line));
    }
    return new Row(Row.Aim.GET, words, says.end());
  }
}
