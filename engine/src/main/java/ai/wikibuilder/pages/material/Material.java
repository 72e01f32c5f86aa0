package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.List;

/**
 * Everything the writers of one wiki share. For one thread.
 *
 * @param map the outermost parts and what they name of each other
 * @param tables which functions read and write which tables
 * @param reasons sentences of the documents that say why
 */
public record Material(
    Repository repository,
    KeySymbols symbols,
    Calls calls,
    Purposes purposes,
    PageGraph map,
    TableUses tables,
    Reasons reasons) {

  /** Gathers the material of a composition. */
  public static Material of(Composition composition) {
    Repository repository = new Repository(composition);
    KeySymbols symbols = new KeySymbols(composition.graph());
    Calls calls = new Calls(repository);
    return new Material(
        repository,
        symbols,
        calls,
        new Purposes(repository, symbols, calls),
        PageGraph.outermost(repository),
        new TableUses(repository, calls),
        new Reasons(repository));
  }

  public Catalogue words() {
    return repository.words();
  }

  /** The sentence of a key, to be filled in. */
  public Phrase say(String key) {
    return repository.say(key);
  }

  /** The most important definitions of all modules. */
  public List<GraphSymbol> keySymbols(int countMax) {
    return symbols.top(countMax);
  }
}
