package ai.wikibuilder.graph.imports;

import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import java.util.EnumMap;
import java.util.Map;

/** The finder for each way of naming modules. Not safe for several threads. */
public final class ModuleFinders {
  private final Map<ImportStyle, ModuleFinder> finders = new EnumMap<>(ImportStyle.class);
  private final SourceFiles files;
  private final PackageFolders folders;
  private final PathEndings endings;
  private final RustModules rust;

  public ModuleFinders(SourceFiles files, PackageFolders folders) {
    this.files = files;
    this.folders = folders;
    this.endings = new PathEndings(files);
    this.rust = new RustModules(files, folders);
  }

  /** The folder in which the modules below a Rust file are. */
  public String folderBelow(int file) {
    return rust.folderBelow(file);
  }

  /** The finder of a style, made when it is first asked for. */
  public ModuleFinder of(ImportStyle style) {
    return finders.computeIfAbsent(style, this::made);
  }

  private ModuleFinder made(ImportStyle style) {
    return switch (style) {
      case PYTHON_MODULE -> new PythonModules(files);
      case SCRIPT_PATH -> new ScriptModules(files, folders);
      case GO_PACKAGE -> new GoPackages(files, folders);
      case RUST_PATH -> rust;
      case INCLUDE, PHP_NAME -> new IncludedFiles(files, endings);
      case LOAD_PATH -> new LoadPaths(files, endings, ".rb");
      case LUA_MODULE -> new LoadPaths(files, endings, ".lua");
      case SHELL_PATH -> new LoadPaths(files, endings, "");
      case DECLARED_MODULE -> new DeclaredModules(files);
      case PACKAGE, NONE -> (from, module) -> ModuleFinder.NONE;
    };
  }
}
