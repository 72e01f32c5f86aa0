package ai.wikibuilder.pages.prose.reading;

import java.util.List;

/**
 * A diagram as a model asks for it: data, never a drawing. Immutable.
 *
 * @param kind word the model chose, such as {@code sequence}
 */
public record DiagramRequest(String kind, String title, List<Arrow> arrows) {
  public DiagramRequest {
    arrows = List.copyOf(arrows);
  }

  /**
   * One arrow.
   *
   * @param call what is called along it; empty when nothing was said
   * @param marks of the pieces that are to prove it
   */
  public record Arrow(String from, String to, String call, List<String> marks) {
    public Arrow {
      marks = List.copyOf(marks);
    }
  }
}
