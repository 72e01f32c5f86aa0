package ai.wikibuilder.pages.modules;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.CrossingLine;
import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which modules use a module and which ones it uses, and by what. */
final class Neighbours {
  /** Other modules named one by one. */
  private static final int ITEM_COUNT_MAX = 7;

  /** Names of one kind told of one neighbour. */
  private static final int NAME_COUNT_MAX = 2;

  private final Repository repository;

  Neighbours(Repository repository) {
    this.repository = repository;
  }

  /** The section; it says so too when a module stands alone. */
  Page.Section section(CodeModule module, String title) {
    List<ModuleDependency> users = new ArrayList<>();
    List<ModuleDependency> used = new ArrayList<>();
    for (ModuleDependency one : repository.graph().dependencies()) {
      if (one.lineCount() > 0 && one.to() == module.id()) {
        users.add(one);
      } else if (one.lineCount() > 0 && one.from() == module.id()) {
        used.add(one);
      }
    }
    List<Block> blocks = new ArrayList<>();
    if (users.isEmpty() && used.isEmpty()) {
      Sentence none = repository.say("neighbours.none").strong("module", title).end();
      return new Page.Section(
          repository.words().text("heading.neighbours"),
          List.of(new Block.Paragraph(List.of(none))));
    }
    blocks.addAll(side(title, users, true));
    blocks.addAll(side(title, used, false));
    return new Page.Section(repository.words().text("heading.neighbours"), blocks);
  }

  private List<Block> side(String title, List<ModuleDependency> all, boolean from) {
    List<Block> blocks = new ArrayList<>();
    String key = from ? "users" : "used";
    all.sort(Comparator.comparingInt(one -> -one.lineCount()));
    Phrase opening =
        repository
            .say(all.isEmpty() ? key + ".none" : all.size() > ITEM_COUNT_MAX ? key + ".most" : key)
            .strong("module", title)
            .count("count", all.size());
    blocks.add(new Block.Paragraph(List.of(opening.end())));
    List<List<Sentence>> items = new ArrayList<>();
    for (ModuleDependency one : all.subList(0, Math.min(ITEM_COUNT_MAX, all.size()))) {
      items.add(List.of(item(one, from ? one.from() : one.to(), from)));
    }
    if (!items.isEmpty()) {
      blocks.add(new Block.Items(false, items));
    }
    return blocks;
  }

  private Sentence item(ModuleDependency dependency, int other, boolean from) {
    Phrase phrase = repository.say(from ? "users.item" : "used.item");
    Optional<PlannedPage> page = repository.plan().pageOf(other);
    if (page.isPresent() && page.get().module() == other) {
      phrase.page("module", page.get().slug(), page.get().title());
    } else {
      phrase.strong("module", repository.title(other));
    }
    phrase.count("lines", dependency.lineCount());
    Map<ReferenceKind, Set<String>> names = new EnumMap<>(ReferenceKind.class);
    for (CrossingLine line : dependency.strongest()) {
      names.computeIfAbsent(line.kind(), _ -> new LinkedHashSet<>()).add(name(line));
      phrase.by(repository.line(line.file(), line.line()));
    }
    List<Inline> clauses = new ArrayList<>();
    List<ReferenceKind> kinds = List.copyOf(names.keySet());
    names.forEach((kind, all) -> {
      if (!clauses.isEmpty()) {
        boolean last = kind.equals(kinds.getLast());
        clauses.add(
            new Inline.Plain(repository.words().text(last ? "clause.and" : "clause.comma")));
      }
      clauses.addAll(
          repository
              .say((from ? "users." : "used.") + verb(kind))
              .codes("names", all.stream().limit(NAME_COUNT_MAX).toList())
              .inlines());
    });
    return phrase.words("clauses", clauses).end();
  }

  private String name(CrossingLine line) {
    String name = repository.graph().qualifiedName(line.target());
    return name.equals("default")
        ? Repository.fileName(
            repository.graph().path(repository.graph().symbol(line.target()).file()))
        : name;
  }

  private static String verb(ReferenceKind kind) {
    return switch (kind) {
      case INHERIT -> "inherit";
      case CALL -> "call";
      case TYPE -> "type";
      case ANNOTATION -> "annotation";
    };
  }
}
