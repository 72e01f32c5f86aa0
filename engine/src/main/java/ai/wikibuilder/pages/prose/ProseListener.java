package ai.wikibuilder.pages.prose;

/** Hears how the writing goes on. Called from several threads; must be quick. */
public interface ProseListener {
  /** Pages that are finished, whether the model's or composed. */
  void wrote(int pageCount, int pageTotal);

  /** Something the user should know, in a sentence. */
  void noted(String sentence);
}
