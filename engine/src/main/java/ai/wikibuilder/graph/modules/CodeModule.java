package ai.wikibuilder.graph.modules;

import java.util.List;

/**
 * A part of the repository: the files of one folder below a source root, with those of folders too
 * small to stand alone. Immutable.
 *
 * @param id number in the graph, dense from 0, in the order of the keys
 * @param key stable name: folders from the root, source folders and common packages left out; empty
 *     for the module of the root itself
 * @param title the key's last part, or what the root calls itself
 * @param parent id of the module around it, or -1
 * @param folder where most of its files stand; of files with the same beginning with the pattern of
 *     their names: {@code lib/cmd-*}
 * @param files numbers of its own files, ascending; empty for a module that only holds others
 * @param lineCount lines of its own files
 */
public record CodeModule(
    int id,
    String key,
    String title,
    int parent,
    String folder,
    List<Integer> files,
    int lineCount) {
  public CodeModule {
    files = List.copyOf(files);
  }

  /** Whether it is made of files of one folder whose names begin alike. */
  public boolean isOfNames() {
    return folder.endsWith(ModuleCutter.ANY);
  }

  /** What those names begin with; empty for any other module. */
  public String firstWords() {
    String names = folder.substring(folder.lastIndexOf('/') + 1);
    int end = isOfNames() ? names.length() - ModuleCutter.ANY.length() : 0;
    while (end > 0 && !Character.isLetterOrDigit(names.charAt(end - 1))) {
      end--;
    }
    return names.substring(0, end);
  }

  /** The folder alone, without a pattern of names. */
  public String directory() {
    return isOfNames() ? SourceFolders.folder(folder) : folder;
  }
}
