package ai.wikibuilder.facts;

import ai.wikibuilder.source.SourceSpan;
import java.util.Optional;

/**
 * One definition in one file. Immutable.
 *
 * @param name as written, without its container
 * @param parent ordinal of the enclosing symbol in the file, or -1
 * @param owner the type it belongs to when it stands outside of it, as a receiver, an impl block or
 *     a qualified name says: {@code A::B}, without type arguments; empty when nothing says so
 * @param span the whole definition with its body and decorators, without its doc comment
 * @param signature the definition's head: from its start to where its body begins
 * @param nameLine 1-based line on which the name stands
 * @param doc the doc comment or doc string with its delimiters, if there is one
 */
public record Symbol(
    SymbolKind kind,
    String name,
    int parent,
    String owner,
    SourceSpan span,
    SourceSpan signature,
    int nameLine,
    Optional<SourceSpan> doc,
    Visibility visibility) {}
