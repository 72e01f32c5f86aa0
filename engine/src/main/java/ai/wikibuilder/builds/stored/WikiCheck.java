package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.corrections.CorrectionsFile;
import ai.wikibuilder.pages.corrections.ReportedClaims;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.site.data.StoredWiki;
import ai.wikibuilder.site.data.WikiDataException;
import ai.wikibuilder.site.data.WikiJsonReader;
import ai.wikibuilder.site.links.SiteLinks;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a wiki that was built before: what readers see in the output folder against the texts and
 * facts of its generation. Needs neither the repository nor what the build said of itself.
 */
public final class WikiCheck {
  private WikiCheck() {}

  /**
   * What holds and what does not.
   *
   * @param generation open, and the one that is shown
   * @param output folder with the wiki
   * @throws WikiDataException when there is no wiki to check, or none that can be read
   */
  public static Quality check(Generation generation, Path output) {
    GenerationStore outputs = GenerationStore.existing(output);
    List<Finding> strayed =
        outputs.strayed(generation).stream().map(name -> strayed(output, name)).toList();
    Path shown = output.resolve("wiki.json");
    boolean taken = generation.hasWiki() && !Files.exists(shown); // which strayed says
    StoredWiki stored =
        WikiJsonReader.read(text(taken ? generation.wikiFolder().resolve("wiki.json") : shown));
    CodeGraph graph = StoredGraph.of(generation);
    StoredTexts texts = StoredTexts.of(generation);
    Authorship by = stored.wiki().authorship();
    WikiPlan plan = StoredPlan.of(stored.wiki(), graph, texts, outputs);
    int masked = generation.files().stream().mapToInt(StoredFile::maskedSecretCount).sum();
    Wiki anew =
        new PageComposer()
            .compose(
                new Composition(
                        stored.wiki().snapshot(),
                        graph,
                        plan,
                        texts,
                        stored.wiki().numbers().skipped(),
                        masked)
                    .with(StoredPictures.of(stored.wiki())));
    Path store = outputs.folder();
    Wiki corrected =
        CorrectionsFile.read(store)
            .applyTo(
                ResearchPages.among(anew, store, graph, texts),
                new ReportedClaims(graph, texts, by.language()));
    Quality said =
        new ClaimChecker(new Ground(texts, graph, plan))
            .check(stored.wiki(), stored.witnesses(), corrected);
    List<Finding> findings = new ArrayList<>(said.findings());
    findings.addAll(strayed);
    findings.addAll(SiteLinks.dead(output));
    return said.with(findings);
  }

  private static Finding strayed(Path output, String name) {
    return new Finding(
        name,
        Finding.Kind.SITE,
        "the file as it was published",
        Files.exists(output.resolve(name)) ? "another content" : "no such file");
  }

  /** The pages in an output folder or a generation's; empty when it holds an index alone. */
  public static Optional<Wiki> pages(Path folder) {
    Path file = folder.resolve("wiki.json");
    return Files.isRegularFile(file)
        ? Optional.of(WikiJsonReader.read(text(file)).wiki())
        : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new WikiDataException("expected UTF-8 in " + file, e);
    } catch (IOException e) {
      throw new WikiDataException(
          "no pages in %s; build them with: aiwiki build <url or folder> --out %s"
              .formatted(file.getParent(), file.getParent()),
          e);
    }
  }
}
