package ai.wikibuilder.pages.composed;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Sentence;

/** Says how the repository is entered at one place. */
final class EntryPoints {
  private EntryPoints() {}

  static Sentence sentence(Repository repository, EntryPoint entry) {
    Say say = new Say();
    switch (entry.kind()) {
      case MAIN -> say.code(entry.name()).then(" can be run as a program");
      case ROUTE -> say.code(entry.name()).then(" is answered here");
      case COMMAND -> say.then("The command ").code(entry.name()).then(" is defined here");
      case SCHEDULED -> say.code(entry.name()).then(" is started by a clock");
      case SCRIPT -> say.code(entry.name()).then(" can be run as a script");
      case EXPORT -> say.code(entry.name()).then(" is offered to other code");
    }
    return say.by(repository.lines(entry.path(), entry.line(), entry.line())).end(".");
  }
}
