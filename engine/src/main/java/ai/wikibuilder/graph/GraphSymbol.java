package ai.wikibuilder.graph;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;

/**
 * One symbol of the graph, read out of its columns. Immutable.
 *
 * @param id number in the graph, dense from 0; symbols of a file are consecutive
 * @param parent id of the enclosing symbol, or -1
 * @param startLine 1-based
 * @param endLine 1-based, included
 * @param signatureStart byte offset in the file's text
 * @param signatureEnd byte offset after the head
 * @param docStart byte offset of its doc comment, -1 when it has none
 * @param docEnd byte offset after the doc comment
 * @param importance share of all importance, between 0 and 1
 */
public record GraphSymbol(
    int id,
    int file,
    String path,
    String name,
    SymbolKind kind,
    Visibility visibility,
    int parent,
    int startLine,
    int endLine,
    int nameLine,
    int signatureStart,
    int signatureEnd,
    int docStart,
    int docEnd,
    float importance) {

  /** Whether the definition carries a doc comment. */
  public boolean hasDoc() {
    return docStart >= 0;
  }
}
