package ai.wikibuilder.pages.building;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.KeyDocument;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the commands that a repository's documents tell to type. For one thread. */
final class DocumentedCommands {
  /** Lines of one document's code blocks that are taken over. */
  private static final int ROW_COUNT_MAX = 12;

  /** A script of the repository's own; some are made by others of them. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?:\\./|(?=(?:bin|scripts?)/))([\\w./-]+)(?:\\s.*)?");

  /** Starts what the compose file of the folder lists. */
  private static final Pattern COMPOSE = Pattern.compile("docker[- ]compose up(?: --?[\\w-]+)*");

  /** Below such a heading stands how documents are made, or what to do with it later. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i).*\\b(?:documentation|docs|website|translations?|updat(?:es?|ing)|upgrad(?:es?|ing)"
              + "|uninstall\\w*|releasing)\\b.*");

  private static final Pattern CONTAINER =
      Pattern.compile("(?:docker|podman) (?:container )?run\\b");

  /** Scripts that a tool makes, which may be there without being read. */
  private static final Set<String> MADE =
      Set.of("configure", "config.status", "autogen.sh", "mvnw", "gradlew");

  private static final Pattern README =
      Pattern.compile("(?i)(?:\\.github/)?readme(?:\\.(?:md|markdown|rst|rdoc|adoc|txt|org))?");

  /** Guides that by their names say how it is built, installed or worked on. */
  private static final Pattern INSTRUCTIONS =
      Pattern.compile(
          "(?i)(?:docs?/)?(?:build(?:ing)?|install(?:ation|ing)?|develop(?:ment|ing)?|hacking|testing"
              + "|getting[-_]?started|quick[-_]?start)\\.\\w+");

  private final Repository repository;
  private final Map<String, Consumer<Phrase>> recipes;

  /**
   * @param recipes what commands of build files run, by what is typed
   */
  DocumentedCommands(Repository repository, Map<String, Consumer<Phrase>> recipes) {
    this.repository = repository;
    this.recipes = recipes;
  }

  /** Adds the commands of all documents that say how it is worked with. */
  void rows(List<Row> rows, Set<String> seen) {
    // who works on it is told by other words than who installs it, and those come first
    repository.plan().documents().stream()
        .filter(DocumentedCommands::isInstruction)
        .sorted(Comparator.comparing(one -> one.kind() == KeyDocument.Kind.GUIDE))
        .forEach(document -> fromDocument(document.path(), rows, seen));
  }

  private static boolean isInstruction(KeyDocument document) {
    if (document.kind() == KeyDocument.Kind.GUIDE) {
      return INSTRUCTIONS.matcher(document.path()).matches();
    }
    boolean counts =
        document.kind() == KeyDocument.Kind.README
            || document.kind() == KeyDocument.Kind.CONTRIBUTING;
    // a README with a language in its name says the same in other words
    boolean first =
        document.kind() != KeyDocument.Kind.README || README.matcher(document.path()).matches();
    return counts
        && first
        && (document.path().indexOf('/') < 0 || document.path().startsWith(".github/"));
  }

  private void fromDocument(String path, List<Row> rows, Set<String> seen) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    int taken = 0;
    for (Document.Part part : document.parts()) {
      boolean typed =
          part.kind() == Document.Kind.CODE
              && CommandLine.isShell(part.language())
              && !BESIDE.matcher(part.heading()).matches();
      if (!typed) {
        continue;
      }
      int open = 0; // brackets of what goes over several lines, as a list of names does
      for (String line : part.text().split("\n", -1)) {
        String command = withoutFilledIn(typed(line));
        boolean inside = open > 0;
        open = Math.max(0, open + brackets(line));
        boolean ours =
            !inside
                && CommandLine.isWhole(command)
                && (!command.startsWith("git clone") || isOwn(command, rows))
                && isThere(command);
        if (taken < ROW_COUNT_MAX && ours && CommandLine.isNew(command, seen)) {
          taken++;
          lineOf(path, part, command)
              .ifPresent(lines -> rows.add(documented(command, part.heading(), lines)));
        }
      }
    }
  }

  /** How many more brackets a line opens than it closes. */
  private static int brackets(String line) {
    return (int)
        (line.chars().filter(one -> one == '(').count()
            - line.chars().filter(one -> one == ')').count());
  }

  /** Whether a script that is called by its path stands in the repository. */
  private boolean isThere(String command) {
    Matcher script = SCRIPT.matcher(command);
    return !script.matches()
        || repository.graph().file(script.group(1)) >= 0
        || MADE.contains(Repository.fileName(script.group(1)));
  }

  /**
   * Whether an address that is cloned is that of this repository, by its last part, and no other
   * way to it is told that fetches as much.
   */
  private boolean isOwn(String clone, List<Row> rows) {
    boolean told = rows.stream().anyMatch(row -> row.aim() == Row.Aim.GET);
    if (told && !clone.contains(" --recurs")) {
      return false;
    }
    String last = clone.replaceFirst("(?<![/\\s])[/\\s]++$", "").replaceFirst("\\.git$", "");
    last = last.substring(Math.max(last.lastIndexOf('/'), last.lastIndexOf(' ')) + 1);
    return last.equalsIgnoreCase(repository.name()) || clone.contains("/" + repository.name());
  }

  /** Whether a package manager is asked for the product itself, not for what that needs. */
  private boolean isItself(String command) {
    return Row.Aim.of(command) == Row.Aim.INSTALL
        && Arrays.stream(command.split("\\s+"))
            .skip(2)
            .map(word -> word.replaceFirst("(?<=.)(?:@|\\[|[=<>~!]=).*$", ""))
            .filter(word -> !word.startsWith("-") && !word.startsWith("."))
            // the version of a module of Go is the last part of its path
            .map(word -> word.replaceFirst("(?<=[\\w-])/v\\d{1,3}$", ""))
            .map(Repository::fileName)
            .anyMatch(word -> word.equalsIgnoreCase(repository.name()));
  }

  /** Whether the product's own image is started: what it is called says nothing of the aim. */
  private boolean runsItself(String command) {
    return CONTAINER.matcher(command).lookingAt()
        && Arrays.stream(command.split("\\s+"))
            .filter(word -> word.indexOf('/') > 0)
            .map(word -> Repository.fileName(word.replaceFirst("(?<=\\w):[\\w.-]+$", "")))
            .anyMatch(word -> word.equalsIgnoreCase(repository.name()));
  }

  private Row.Aim aim(String command) {
    return isItself(command)
        ? Row.Aim.GET
        : runsItself(command) ? Row.Aim.RUN : Row.Aim.of(command);
  }

  private Row documented(String command, String heading, Evidence lines) {
    Phrase says = repository.say("command.documented").code("document", lines.path()).by(lines);
    if (COMPOSE.matcher(command).matches()) {
      new DockerNeeds(repository).services(says);
    }
    Optional.ofNullable(recipes.get(command)).ifPresent(recipe -> recipe.accept(says));
    headingLine(repository, lines, heading)
        .ifPresent(line -> says.quote("heading", heading).by(line));
    return new Row(aim(command), command, says.end());
  }

  /** The nearest line above that has the words of a heading as they are shown. */
  static Optional<Evidence> headingLine(Repository repository, Evidence below, String heading) {
    return heading.isBlank()
        ? Optional.empty()
        : repository
            .text(below.path())
            .flatMap(text -> {
              int line = below.startLine() - 1;
              while (line > 0 && !text.lines(line, line).contains(heading)) {
                line--;
              }
              return line > 0 ? repository.lines(below.path(), line, line) : Optional.empty();
            });
  }

  /** What is typed of a line, without the prompt before it and the comment behind. */
  private static String typed(String line) {
    return line.strip()
        // a prompt may name the folder or the machine
        .replaceFirst("^(?:[\\w.@:~/-]{0,40}[$%]|>) ", "")
        .replaceFirst("(?<!\\s)\\s++#.*$", "");
  }

  /** What runs the product without the options whose values readers are to fill in. */
  private static String withoutFilledIn(String typed) {
    String shorter = typed;
    while (CommandLine.isFilledIn(shorter) && shorter.lastIndexOf(" -") > 0) {
      shorter = shorter.substring(0, shorter.lastIndexOf(" -")).strip();
    }
    return Row.Aim.of(shorter) == Row.Aim.RUN ? shorter : typed;
  }

  private Optional<Evidence> lineOf(String path, Document.Part part, String command) {
    return repository
        .text(path)
        .flatMap(text -> {
          int last = Math.min(part.endLine(), text.lineCount());
          int found = 0;
          for (int line = part.startLine(); line <= last; line++) {
            String words = text.lines(line, line);
            // "cmake .." holds "make", which stands alone further down
            if (typed(words).equals(command)) {
              return repository.lines(path, line, line);
            }
            found = found == 0 && words.contains(command) ? line : found;
          }
          return found == 0 ? Optional.empty() : repository.lines(path, found, found);
        });
  }
}
