package ai.wikibuilder.facts;

/**
 * One place in a file that names a symbol. Immutable.
 *
 * @param name the last part of the name: {@code save} in {@code store.save(x)}
 * @param qualifier what stands before the name's last dot, {@code store} in the example; empty when
 *     nothing does, or when it is more than a chain of names
 * @param line 1-based
 * @param enclosing ordinal of the innermost symbol around it in the file, or -1
 */
public record Reference(
    ReferenceKind kind, String name, String qualifier, int line, int enclosing) {}
