package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.steering.Steering;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Writes a page that the repository or a plan asks for: owners' notes, the files it is about. */
public final class TopicPage {
  /** Lines of a page that is asked for among which its title is looked for. */
  private static final int ITEM_LINE_COUNT_MAX = 20;

  /** Definitions described. */
  private static final int TYPE_COUNT_MAX = 8;

  private final Material material;
  private final Repository repository;

  public TopicPage(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  public Page page(PlannedPage planned) {
    Steering steering = repository.plan().steering();
    Steering.Topic topic = steering.topics().get(planned.module());
    List<Integer> files = files(topic);
    List<Sentence> opening = new ArrayList<>();
    if (topic.isOwners()) {
      opening.add(asked(steering.path(), topic));
    }
    topic.notes().forEach(note -> opening.add(note(repository, note)));
    opening.add(counted(files));
    List<Page.Section> sections = new ArrayList<>();
    sections.add(new Page.Section("", List.of(new Block.Paragraph(opening))));
    List<GraphSymbol> key = material.symbols().of(files, TYPE_COUNT_MAX);
    if (!key.isEmpty()) {
      TypeSentences types = new TypeSentences(material);
      sections.add(
          new Page.Section(
              repository.words().text("heading.types"),
              List.of(
                  new Block.Items(
                      false, key.stream().map(symbol -> types.about(symbol, true)).toList()))));
    }
    if (!files.isEmpty()) {
      sections.add(new FileTable(material).section(files, "", key));
    }
    String summary = topic.notes().isEmpty() ? topic.title() : topic.notes().getFirst().text();
    return new Page(planned.slug(), planned.title(), planned.parent(), summary, sections);
  }

  /** Who asks for the page, with the line of its title where that stands as it is. */
  private Sentence asked(String path, Steering.Topic topic) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), topic.line() + ITEM_LINE_COUNT_MAX);
    for (int line = topic.line(); line <= last; line++) {
      if (text.lines(line, line).contains(topic.title())) {
        return repository
            .say("topic")
            .quote("title", topic.title())
            .by(repository.lines(path, line, line))
            .end();
      }
    }
    return repository.say("topic").end();
  }

  /** The owners' words, told as theirs. */
  public static Sentence note(Repository repository, Steering.Note note) {
    String path = repository.plan().steering().path();
    return repository
        .say("topic.note")
        .quote("quote", note.text())
        .by(repository.lines(path, note.line(), note.line()))
        .end();
  }

  private List<Integer> files(Steering.Topic topic) {
    List<Integer> result = new ArrayList<>();
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      if (Steering.matches(topic.paths(), repository.graph().path(file))) {
        result.add(file);
      }
    }
    return result;
  }

  private Sentence counted(List<Integer> files) {
    CodeGraph graph = repository.graph();
    long lines = files.stream().mapToLong(graph::lineCount).sum();
    return files.isEmpty()
        ? repository.words().plain("topic.nothing")
        : repository.say("topic.files").count("files", files.size()).count("lines", lines).end();
  }
}
