package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.documents.DocumentReader;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.source.SnapshotId;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a repository is called where the folder it lies in does not say. Stateless. */
public final class RepositoryName {
  /** Folders that are called so whatever lies in them. */
  private static final Set<String> GENERIC =
      Set.of(
          "repo",
          "repository",
          "repos",
          "source",
          "sources",
          "src",
          "code",
          "main",
          "master",
          "trunk",
          "workspace",
          "work",
          "project",
          "checkout",
          "clone",
          "tmp",
          "temp",
          "root");

  /** Repositories of Go modules are sometimes called by their major version alone. */
  private static final Pattern VERSION = Pattern.compile("v\\d+");

  /** A longer title is a sentence. */
  private static final int TITLE_LENGTH_MAX = 30;

  private static final Pattern SENTENCE =
      Pattern.compile("(?i).*\\b(?:is|are|was|how|welcome)\\b.*");

  /** Headings of any README: where its title is a picture one of them comes first. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)(?:\\W*)(?:features?|about|overview|introduction|installation|install|usage|documentation"
              + "|docs|contents|table of contents|toc|getting started|quick ?start|demo|screenshots?"
              + "|news|description|readme|license|sponsors?|requirements|why)\\W*");

  private RepositoryName() {}

  /** The composition with a name that says something, when its own does not and there is one. */
  public static Composition named(Composition composition) {
    SnapshotId snapshot = composition.snapshot();
    boolean version = VERSION.matcher(snapshot.name()).matches();
    boolean folder = GENERIC.contains(snapshot.name()) && snapshot.address().isEmpty();
    if (!version && !folder) {
      return composition;
    }
    return manifest(composition.graph())
        .or(() -> title(composition))
        .map(name ->
            composition.with(
                new SnapshotId(
                    name,
                    snapshot.address(),
                    snapshot.commit(),
                    snapshot.treeId(),
                    snapshot.subPath(),
                    snapshot.changed())))
        .orElse(composition);
  }

  /** The name in the build file at the root, without what stands before its last slash. */
  private static Optional<String> manifest(CodeGraph graph) {
    return graph.manifests().stream()
        .filter(manifest -> manifest.folder().isEmpty() && manifest.isProject())
        .map(Manifest::name)
        .flatMap(Optional::stream)
        .map(fact -> withoutVersion(fact.value().strip()))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .filter(name -> name.matches("[\\w.+@-]{2,40}"))
        .findFirst();
  }

  /** A module of Go ends in its major version; one that is a host's name alone loses its ending. */
  private static String withoutVersion(String name) {
    String plain = name.replaceFirst("/v\\d+$", "");
    return plain.equals(name) || plain.indexOf('/') > 0
        ? plain
        : plain.replaceFirst("\\.\\w+$", "");
  }

  private static Optional<String> title(Composition composition) {
    return composition.plan().documents().stream()
        .filter(document ->
            document.kind() == KeyDocument.Kind.README && document.path().indexOf('/') < 0)
        .flatMap(document ->
            composition
                .reader()
                .text(document.path())
                .map(text -> DocumentReader.read(document.path(), text))
                .stream())
        .map(Document::title)
        .map(title -> title.replaceAll("[`*_]", "").strip())
        .map(title -> title.replaceFirst("(?i)^what(?:'s| is) (.+)\\?$", "$1"))
        .filter(title -> !title.isEmpty() && title.length() <= TITLE_LENGTH_MAX)
        .filter(title -> !SENTENCE.matcher(title).matches() && !HEADING.matcher(title).matches())
        .findFirst();
  }
}
