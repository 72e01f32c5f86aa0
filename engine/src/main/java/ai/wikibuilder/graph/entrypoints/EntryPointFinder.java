package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.source.SourceText;
import java.util.List;

/**
 * Finds entry points by the marks and calls of well-known frameworks. What is not in its tables is
 * not guessed. Stateless, may be shared by threads.
 */
public final class EntryPointFinder {
  private EntryPointFinder() {}

  /** Entry points of one file, in the order of their lines. */
  public static List<EntryPoint> find(String path, SourceText text, FileFacts facts) {
    return find(CodeFile.of(path, text, facts));
  }

  /** Entry points of one file that is cut into tokens, in the order of their lines. */
  public static List<EntryPoint> find(CodeFile file) {
    Scene scene = new Scene(file);
    List<Mark.Group> groups = Marks.of(scene.tokens, scene.language());
    Mains.find(scene);
    AnnotatedRoutes.find(scene, groups);
    RegisteredRoutes.find(scene);
    FrameworkRoutes.find(scene);
    Commands.find(scene, groups);
    Jobs.find(scene, groups);
    Exports.find(scene);
    return scene.found();
  }
}
