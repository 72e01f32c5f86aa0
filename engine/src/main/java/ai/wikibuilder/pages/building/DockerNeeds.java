package ai.wikibuilder.pages.building;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells that Docker is needed, where a command or a test library says so. */
final class DockerNeeds {
  private static final int LINE_COUNT_MAX = 2_000;

  private static final Pattern STARTS =
      Pattern.compile(".*(?:docker[- ]compose|\\$\\(COMPOSE\\)|\\$\\{COMPOSE\\}).*\\bup\\b.*");

  private static final Pattern IMAGE = Pattern.compile("\\s+image:\\s*[\"']?([^\"'#\\s$]+).*");

  /** The files that are taken without being named. */
  private static final Pattern ROOT_FILE = Pattern.compile("(?:docker-)?compose\\.ya?ml");

  private static final int SERVICE_COUNT_MAX = 4;

  private final Repository repository;
  private final Invocation invocation;

  DockerNeeds(Repository repository) {
    this.repository = repository;
    this.invocation = new Invocation(repository);
  }

  /** Empty when neither a command nor a test asks for it. */
  Optional<Sentence> sentence(List<Manifest> manifests) {
    Phrase phrase = repository.say("command.docker");
    boolean asked = false;
    for (Manifest manifest : manifests) {
      for (Manifest.Command command : manifest.commands()) {
        if (!asked && STARTS.matcher(command.text()).matches()) {
          asked = true;
          phrase
              .code("command", invocation.of(manifest, command.name()))
              .by(invocation.lines(manifest, command));
          image(phrase);
        }
      }
    }
    boolean tested = false;
    for (Manifest manifest : manifests) {
      for (Manifest.Dependency one : manifest.dependencies()) {
        if (!tested && one.name().toLowerCase(java.util.Locale.ROOT).contains("testcontainers")) {
          tested = true;
          phrase
              .code("library", one.name())
              .by(repository.lines(manifest.path(), one.line(), one.line()));
        }
      }
    }
    return asked || tested ? Optional.of(phrase.end()) : Optional.empty();
  }

  /** What a compose file at the root starts, told where the command for it stands in a document. */
  void services(Phrase says) {
    started()
        .ifPresent(started -> {
          says.codes("services", List.copyOf(started.lines().keySet()), SERVICE_COUNT_MAX);
          started.cite(repository, says);
        });
  }

  /** Services by name with their lines. */
  private record Started(String file, Map<String, Integer> lines) {
    void cite(Repository repository, Phrase says) {
      lines.values().stream()
          .limit(SERVICE_COUNT_MAX)
          .forEach(line -> says.by(repository.lines(file, line, line)));
    }
  }

  /** Starts what a compose file at the root lists; empty without one. */
  Optional<Row> row() {
    return started()
        .map(started -> {
          Phrase says =
              repository
                  .say("command.services")
                  .code("file", started.file())
                  .codes("services", List.copyOf(started.lines().keySet()), SERVICE_COUNT_MAX);
          started.cite(repository, says);
          return new Row(Row.Aim.RUN, "docker compose up", says.end());
        });
  }

  private Optional<Started> started() {
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      if (ROOT_FILE.matcher(path).matches()) {
        Map<String, Integer> services = new LinkedHashMap<>();
        for (YamlLines.Entry entry :
            YamlLines.read(repository.text(path).orElse(SourceText.of("")))) {
          if (entry.key().matches("services\\.[\\w-]+")) {
            services.putIfAbsent(entry.key().substring("services.".length()), entry.line());
          }
        }
        if (!services.isEmpty()) {
          return Optional.of(new Started(path, services));
        }
      }
    }
    return Optional.empty();
  }

  /** The first image of a compose file. */
  private void image(Phrase phrase) {
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      String name = Repository.fileName(path).toLowerCase(java.util.Locale.ROOT);
      if (name.matches("(?:docker-)?compose[\\w.-]*\\.ya?ml") && repository.isMain(file)) {
        SourceText text = repository.text(path).orElse(SourceText.of(""));
        for (int line = 1; line <= Math.min(text.lineCount(), LINE_COUNT_MAX); line++) {
          Matcher image = IMAGE.matcher(text.lines(line, line).stripTrailing());
          Optional<Evidence> place = repository.lines(path, line, line);
          if (image.matches() && place.isPresent()) {
            phrase.code("image", image.group(1)).by(place);
            return;
          }
        }
      }
    }
  }
}
