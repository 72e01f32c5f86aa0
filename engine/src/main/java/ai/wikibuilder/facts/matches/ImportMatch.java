package ai.wikibuilder.facts.matches;

/**
 * A match of an import. {@code special} is IMPORT_ALL, IMPORT_DEFAULT, IMPORT_PATH, IMPORT_CHILD or
 * NONE.
 */
public record ImportMatch(
    Range prefix, Range module, Range name, Range alias, Role special, boolean relative, int at) {

  /** What the file has under one name and gives out under another. */
  static ImportMatch ofOwn(Range name, Range as) {
    return new ImportMatch(Range.NONE, Range.NONE, name, as, Role.EXPORTED_AS, false, name.start());
  }

  /** A name in a list; its module stands elsewhere. */
  static ImportMatch ofMember(Range name, Range alias) {
    return new ImportMatch(Range.NONE, Range.NONE, name, alias, Role.NONE, false, name.start());
  }

  /** The member of a list. */
  ImportMatch from(ImportList list) {
    return new ImportMatch(
        prefix, list.module(), name, alias.exists() ? alias : list.alias(), special, relative, at);
  }
}
