package ai.wikibuilder.pages.overview;

import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a repository says of itself to those who keep catalogues of software: one line in a file
 * whose form is agreed on. Immutable.
 */
final class CatalogueCard {
  /** Lines of a card in which it describes itself. */
  private static final int LINE_COUNT_MAX = 200;

  /** Fewer words name something and do not describe it. */
  private static final int WORD_COUNT_MIN = 4;

  private static final Pattern SETTING =
      Pattern.compile(
          "\\s*(?:description|summary|abstract):\\s*[\"']?([^\"'|>{].{18,400}?)[\"']?\\s*");

  /** By the path of a file: the line in it that describes. */
  private enum Card {
    /** Description of a Project, as Apache's projects keep it. */
    DOAP(
        "(?i)doap[^/]*\\.rdf|[^/]+\\.doap",
        Pattern.compile(".*<shortdesc[^<>]*>([^<]{20,400})<.*")),
    /** Citation and software metadata of research. */
    CODEMETA(
        "codemeta\\.json", Pattern.compile("\\s*\"description\":\\s*\"([^\"\\\\]{20,400})\".*")),
    CITATION("CITATION\\.cff", SETTING),
    /** How hosts are told what to show beside the name. */
    HOST("\\.asf\\.yaml|\\.github/settings\\.ya?ml", SETTING),
    /** Packages of systems and of tools without build files. */
    PACKAGE(
        "(?:snap/)?snapcraft\\.ya?ml|galaxy\\.ya?ml|meta/main\\.ya?ml|Chart\\.ya?ml|action\\.ya?ml",
        SETTING);

    private final Pattern path;
    private final Pattern line;

    Card(String path, Pattern line) {
      this.path = Pattern.compile(path);
      this.line = line;
    }
  }

  private static final Pattern CHART = Pattern.compile("(?:[^/]+/){1,3}Chart\\.ya?ml");

  private final Repository repository;

  CatalogueCard(Repository repository) {
    this.repository = repository;
  }

  /** The description with its line; empty when there is no card. */
  Optional<Sentence> sentence() {
    for (Card card : Card.values()) {
      for (String path : paths(card)) {
        Optional<Sentence> found = sentence(card, path);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private List<String> paths(Card card) {
    List<String> near =
        List.of("", ".github", "snap", "meta").stream()
            .flatMap(folder -> repository.filesIn(folder).stream())
            .filter(path -> card.path.matcher(path).matches())
            .toList();
    return near.isEmpty() && card == Card.PACKAGE ? onlyChart() : near;
  }

  /** The chart that a repository without any other build file is there for. */
  private List<String> onlyChart() {
    if (!repository.graph().manifests().isEmpty()) {
      return List.of();
    }
    List<String> charts =
        IntStream.range(0, repository.graph().fileCount())
            .mapToObj(repository.graph()::path)
            .filter(path -> CHART.matcher(path).matches())
            .limit(2)
            .toList();
    return charts.size() == 1 ? charts : List.of();
  }

  private Optional<Sentence> sentence(Card card, String path) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    for (int line = 1; line <= Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      Matcher said = card.line.matcher(text.lines(line, line).stripTrailing());
      if (said.matches() && said.group(1).strip().split("\\s+", -1).length >= WORD_COUNT_MIN) {
        return Optional.of(
            repository
                .say("intro.card")
                .code("manifest", path)
                .quote("quote", said.group(1).strip())
                .by(repository.lines(path, line, line))
                .end());
      }
    }
    return Optional.empty();
  }
}
