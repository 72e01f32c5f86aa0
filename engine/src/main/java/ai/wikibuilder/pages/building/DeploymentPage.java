package ai.wikibuilder.pages.building;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.diagrams.DeploymentDiagram;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the page about container images, services, charts and releases. */
public final class DeploymentPage {
  /** Files of one kind told. */
  private static final int FILE_COUNT_MAX = 10;

  /** Lines of one file that are read. */
  private static final int LINE_COUNT_MAX = 3000;

  private static final Pattern FROM = Pattern.compile("(?i)FROM\\s+(?:--\\S+\\s+)*(\\S+).*");
  private static final int SHOWN_COUNT_MAX = 4;

  private static final Pattern STAGE = Pattern.compile("(?i)FROM\\s.*\\sAS\\s+(\\S+)");
  private static final Pattern EXPOSE = Pattern.compile("(?i)EXPOSE\\s+(.+)");
  private static final Pattern START = Pattern.compile("(?i)(?:CMD|ENTRYPOINT)\\s+(.+)");
  private static final Pattern SERVICE =
      Pattern.compile("\\s+([\\w.-]+):\\s*(?:&\\S+\\s*)?(?:#.*)?");
  private static final Pattern IMAGE = Pattern.compile("\\s+image:\\s*[\"']?([^\"'#\\s]+).*");
  private static final Pattern KIND = Pattern.compile("kind:\\s*(\\w+).*");

  private final Repository repository;

  /** What one line of a file says. */
  private record Said(String words, Evidence line) {}

  public DeploymentPage(Material material) {
    this.repository = material.repository();
  }

  /** Without a section when nothing in the repository deploys it. */
  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    List<List<Sentence>> images = new ArrayList<>();
    List<List<Sentence>> services = new ArrayList<>();
    List<List<Sentence>> objects = new ArrayList<>();
    List<List<Sentence>> charts = new ArrayList<>();
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      String name = Repository.fileName(path).toLowerCase(Locale.ROOT);
      if (name.equals("dockerfile")
          || name.startsWith("dockerfile.")
          || name.endsWith(".dockerfile")) {
        add(images, image(path));
      } else if (name.matches("(?:docker-)?compose[\\w.-]*\\.ya?ml")) {
        add(services, compose(path));
      } else if (isManifestOfCluster(path, name)) {
        add(objects, cluster(path));
      } else if (path.endsWith(HelmCharts.FILE)) {
        add(charts, new HelmCharts(repository).of(path));
      } else if (name.equals("procfile") || name.endsWith(".service")) {
        add(objects, other(path));
      }
    }
    section(sections, "heading.charts", charts);
    section(sections, "heading.images", images);
    section(sections, "heading.services", services);
    section(sections, "heading.objects", objects);
    drawing().filter(_ -> !sections.isEmpty()).ifPresent(sections::add);
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.deployment"),
        sections);
  }

  private Optional<Page.Section> drawing() {
    String title = repository.words().text("diagram.deployment");
    return DeploymentDiagram.of(
            repository.graph(), repository.composition().reader(), title, repository.words())
        .map(diagram -> new Page.Section(title, List.of(new Block.Figure(diagram))));
  }

  private static boolean isManifestOfCluster(String path, String name) {
    String lower = path.toLowerCase(Locale.ROOT);
    boolean folder =
        lower.contains("k8s/") || lower.contains("kubernetes/") || lower.contains("deploy/");
    return folder && name.matches(".*\\.ya?ml");
  }

  private static void add(List<List<Sentence>> items, Optional<List<Sentence>> item) {
    if (items.size() < FILE_COUNT_MAX) {
      item.ifPresent(items::add);
    }
  }

  private void section(List<Page.Section> sections, String heading, List<List<Sentence>> items) {
    if (!items.isEmpty()) {
      Block list = new Block.Items(false, items);
      sections.add(new Page.Section(repository.words().text(heading), List.of(list)));
    }
  }

  private Optional<List<Sentence>> image(String path) {
    List<Said> stages = find(path, STAGE);
    // what an earlier stage made is no image from outside
    List<Said> bases =
        find(path, FROM).stream()
            .filter(base -> stages.stream().noneMatch(stage -> stage.words().equals(base.words())))
            .toList();
    if (bases.isEmpty()) {
      return Optional.empty();
    }
    List<Sentence> result = new ArrayList<>();
    result.add(
        repository
            .say("image")
            .code("file", path)
            .codes("bases", words(bases), shownCount(bases))
            .by(firstLines(bases))
            .end());
    List<Said> ports = find(path, EXPOSE);
    if (!ports.isEmpty()) {
      result.add(
          repository
              .say("image.ports")
              .codes("ports", words(ports), shownCount(ports))
              .by(firstLines(ports))
              .end());
    }
    List<Said> start = find(path, START);
    if (!start.isEmpty()) {
      Said last = start.getLast();
      result.add(repository.say("image.start").code("command", last.words()).by(last.line()).end());
    }
    return Optional.of(result);
  }

  private Optional<List<Sentence>> compose(String path) {
    List<Said> services = new ArrayList<>();
    List<Said> images = new ArrayList<>();
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    boolean inside = false;
    int column = -1; // where the names of all services stand
    for (int line = 1; line <= Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      String words = text.lines(line, line).stripTrailing();
      String content = words.stripLeading();
      int indent = words.length() - content.length();
      boolean spoken = !content.isEmpty() && !content.startsWith("#");
      if (spoken && indent == 0) {
        inside = words.startsWith("services:");
      } else if (spoken && inside) {
        column = column < 0 ? indent : column;
        if (indent == column) {
          match(path, line, SERVICE.matcher(words), services);
        }
        match(path, line, IMAGE.matcher(words), images);
      }
    }
    if (services.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("services")
            .code("file", path)
            .count("count", services.size())
            .codes("services", words(services), 6)
            .by(
                repository.lines(
                    path, services.getFirst().line().startLine(), lastLine(services, images)));
    if (!images.isEmpty()) {
      phrase.codes("images", words(images), 4).count("kinds", words(images).size());
    }
    return Optional.of(List.of(phrase.end()));
  }

  private static int lastLine(List<Said> services, List<Said> images) {
    int last = services.getLast().line().endLine();
    return images.isEmpty() ? last : Math.max(last, images.getLast().line().endLine());
  }

  private Optional<List<Sentence>> cluster(String path) {
    List<Said> kinds = find(path, KIND);
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            List.of(
                repository
                    .say("objects")
                    .code("file", path)
                    .codes("kinds", words(kinds), shownCount(kinds))
                    .by(firstLines(kinds))
                    .end()));
  }

  private Optional<List<Sentence>> other(String path) {
    return repository
        .lines(path, 1, Integer.MAX_VALUE)
        .map(whole -> List.of(repository.say("objects.other").code("file", path).by(whole).end()));
  }

  private List<Said> find(String path, Pattern pattern) {
    List<Said> result = new ArrayList<>();
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    for (int line = 1; line <= Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      match(path, line, pattern.matcher(text.lines(line, line).stripTrailing()), result);
    }
    return result;
  }

  private void match(String path, int line, Matcher matcher, List<Said> result) {
    if (matcher.matches()) {
      String words = matcher.group(1).strip();
      repository.lines(path, line, line).ifPresent(lines -> result.add(new Said(words, lines)));
    }
  }

  private static List<String> words(List<Said> all) {
    return all.stream().map(Said::words).distinct().toList();
  }

  /** No more than a sentence cites; a list names one more rather than to count it. */
  private static int shownCount(List<Said> all) {
    return words(all).size() == SHOWN_COUNT_MAX + 1 ? SHOWN_COUNT_MAX - 1 : SHOWN_COUNT_MAX;
  }

  /** Where each of the words stands first. */
  private static List<Evidence> firstLines(List<Said> all) {
    Map<String, Evidence> first = new LinkedHashMap<>();
    all.forEach(said -> first.putIfAbsent(said.words(), said.line()));
    return List.copyOf(first.values());
  }
}
