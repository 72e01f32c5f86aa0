package ai.wikibuilder.facts;

/**
 * One imported name. A statement that imports three names is three facts. Immutable.
 *
 * @param module what it is imported from as the language writes it: {@code java.util} for {@code
 *     import java.util.List}, {@code ..models} for {@code from ..models import User}, {@code
 *     ./client} for {@code import {get} from './client'}; empty for what the file itself gives out
 *     under another name, the {@code alias}: {@code default} for {@code export default get}, {@code
 *     exports} for {@code module.exports = get}
 * @param name the imported name, {@code *} for all of them, empty when the module itself is
 *     imported
 * @param alias the name it has in this file; equal to {@code name} (or the module) unless renamed
 * @param line 1-based
 */
public record ImportFact(String module, String name, String alias, int line) {}
